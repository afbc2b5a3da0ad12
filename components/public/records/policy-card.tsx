import { eventInForce } from '@/lib/records/shared/status-in-force'
import type { Policy } from '@/lib/records/policies/schema'
import { BINDING, INSTRUMENT, STATUS } from '@/lib/vocabularies/instruments'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInexactDate, dateSentence } from '@/lib/text/format-date'
import { RecordLink } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { SourceLine } from '@/components/ui/source-line'
import { href, translator } from '@/lib/platform/i18n/translate'

/** "Ordinance, no. 188441, Warrant Service Officer model" */
export const instrumentLabel = (policy: Pick<Policy, 'instrument' | 'number' | 'model'>, lang: Lang): string => {
  const t = translator(lang)
  return [
    INSTRUMENT[policy.instrument][lang],
    policy.number && t('policy.number', { number: policy.number }),
    policy.model && withModel(policy.model, lang),
  ]
    .filter(Boolean)
    .join(', ')
}

/** "Task Force Model", whether or not the source's name of it says so. */
const withModel = (model: string, lang: Lang): string =>
  translator(lang)('policy.model', { model: model.replace(/\s+model$/i, '') })

/** The status that holds: "In effect, 21 January 2025". */
export const statusNow = (policy: Pick<Policy, 'events'>, lang: Lang): string => {
  const event = eventInForce(policy.events)!
  return translator(lang)('policy.statusNow', {
    status: STATUS[event.status][lang],
    date: formatInexactDate(event.date, lang),
  })
}

/** Policy in a list: body, instrument, status, summary and source. */
export const PolicyCard = ({ policy, lang }: { policy: Policy; lang: Lang }) => (
  <article className="entry">
    <div className="entry-margin">
      <p>
        {policy.organization && (
          <>
            <RecordLink to={policy.organization} lang={lang} />
            <br />
          </>
        )}
        <RecordLink to={policy.jurisdiction} lang={lang} />
      </p>
      <p>{instrumentLabel(policy, lang)}</p>
      <p className="text-quiet">{BINDING[policy.binding][lang]}</p>
      <p className="text-quiet">{dateSentence(statusNow(policy, lang))}</p>
    </div>
    <div className="entry-body">
      <h3 className="entry-title">
        <a href={href(lang, policy.path)}>
          <Localized text={policy.title} lang={lang} />
        </a>
      </h3>
      <p className="max-w-[66ch]">
        <Localized text={policy.summary} lang={lang} />
      </p>
      <SourceLine source={policy.citations[0]!.source} lang={lang} />
    </div>
  </article>
)
