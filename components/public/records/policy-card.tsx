import type { Policy } from '@/lib/records/policies/schema'
import { BINDING, INSTRUMENT, STATUS } from '@/lib/vocabularies/instruments'
import type { Lang } from '@/lib/platform/i18n/locale'
import { dateWords, sentence } from '@/components/ui/format-date'
import { RecordLink } from '@/components/ui/record-link'
import { Said } from '@/components/ui/localized-text'
import { SourceLine } from '@/components/ui/source-line'
import { href, words } from '@/lib/platform/i18n/translate'

/** "Ordinance, no. 188441, Warrant Service Officer model" */
export const instrumentWords = (policy: Pick<Policy, 'instrument' | 'number' | 'model'>, lang: Lang): string => {
  const t = words(lang)
  return [
    INSTRUMENT[policy.instrument][lang],
    policy.number && t('policy.number', { number: policy.number }),
    policy.model && t('policy.model', { model: policy.model }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** The last thing that is known of its status: "In effect, 21 January 2025". Events are in time order. */
export const statusNow = (policy: Pick<Policy, 'events'>, lang: Lang): string => {
  const last = policy.events.at(-1)!
  return words(lang)('policy.statusNow', { status: STATUS[last.status][lang], date: dateWords(last.date, lang) })
}

/** A policy in a list: whose, what kind, its status; what it does; where that is written. */
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
      <p>{instrumentWords(policy, lang)}</p>
      <p className="text-quiet">{BINDING[policy.binding][lang]}</p>
      <p className="text-quiet">{sentence(statusNow(policy, lang))}</p>
    </div>
    <div className="entry-body">
      <h3 className="entry-title">
        <a href={href(lang, policy.path)}>
          <Said text={policy.title} lang={lang} />
        </a>
      </h3>
      <p className="max-w-[66ch]">
        <Said text={policy.summary} lang={lang} />
      </p>
      <SourceLine source={policy.citations[0]!.source} lang={lang} />
    </div>
  </article>
)
