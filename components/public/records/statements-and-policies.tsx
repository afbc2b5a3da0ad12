import type { Policy } from '@/lib/records/policies/schema'
import { type Statement, preferredVariant, statementTitle } from '@/lib/records/statements/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Paraphrase } from '@/components/public/evidence/paraphrase'
import { Quote } from '@/components/public/evidence/quote'
import { DateText } from '@/components/ui/date-text'
import { RecordLink } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { SpeakerRole } from '@/components/ui/speaker'
import { href, translator } from '@/lib/platform/i18n/translate'
import { type TimeEntry, inTimeOrder } from './time-order'
import { instrumentLabel } from './policy-card'
import { STATUS } from '@/lib/vocabularies/instruments'

type Props = {
  statements: readonly Statement[]
  policies: readonly Policy[]
  lang: Lang
  places?: boolean
}

/** Statements and policy events in two columns along one time axis. On narrow screens each entry shows its kind. */
export const StatementsAndPolicies = ({ statements, policies, lang, places }: Props) => {
  const t = translator(lang)
  return (
    <div>
      <div className="time-heads small-label" aria-hidden="true">
        <span>{t('place.said')}</span>
        <span>{t('place.done')}</span>
      </div>
      <ol className="time-rows">
        {inTimeOrder(statements, policies).map((entry, at) => (
          <li key={at}>
            <div className="quiet">
              <DateText date={entry.date} lang={lang} start />
            </div>
            {'statement' in entry ? (
              <StatementEntry {...entry} lang={lang} places={places} />
            ) : (
              <PolicyEntry {...entry} lang={lang} places={places} />
            )}
          </li>
        ))}
      </ol>
      {statements.length === 0 && <p className="quiet time-none">{t('place.noneSaid')}</p>}
      {policies.length === 0 && <p className="quiet time-none">{t('place.noneDone')}</p>}
    </div>
  )
}

type Entry<K> = Extract<TimeEntry, K> & { lang: Lang; places?: boolean }

const StatementEntry = ({ statement, lang, places }: Entry<{ statement: Statement }>) => {
  const [speaker, ...others] = statement.speakers
  const preferred = preferredVariant(statement)
  return (
    <div className="time-said space-y-2">
      <p>
        <Kind lang={lang} kind="said" />
        <a className="font-serif font-semibold" href={href(lang, statement.path)}>
          {statementTitle(statement, lang)}
        </a>
        {others.length === 0 && speaker!.official && (
          <span className="quiet">
            {', '}
            <SpeakerRole speaker={speaker!} lang={lang} links={false} />
          </span>
        )}
        {places && <span className="quiet">{`, ${statement.places[0]!.name}`}</span>}
      </p>
      {preferred.passages.length > 0 ? (
        <Quote passages={preferred.passages} citation={preferred.citation} lang={lang} size="small" />
      ) : (
        <Paraphrase citation={preferred.citation} lang={lang}>
          <Localized text={statement.summary} lang={lang} />
        </Paraphrase>
      )}
    </div>
  )
}

const PolicyEntry = ({ policy, event, lang, places }: Entry<{ policy: Policy }>) => (
  <div className="time-done space-y-1">
    <p>
      <Kind lang={lang} kind="done" />
      <span className="font-semibold">{STATUS[event.status][lang]}: </span>
      <a className="font-serif font-semibold" href={href(lang, policy.path)}>
        <Localized text={policy.title} lang={lang} />
      </a>
    </p>
    <p className="quiet">
      {instrumentLabel(policy, lang)}
      {policy.organization && (
        <>
          {' · '}
          <RecordLink to={policy.organization} lang={lang} />
        </>
      )}
      {places && ` · ${policy.jurisdiction.name}`}
      {` · ${event.citation.source.outlet}`}
    </p>
    {event.note && (
      <p className="text-[0.9375rem]">
        <Localized text={event.note} lang={lang} />
      </p>
    )}
  </div>
)

/** Visible in the single-column layout, and always available to screen readers. */
const Kind = ({ lang, kind }: { lang: Lang; kind: 'said' | 'done' }) => (
  <span className="time-kind small-label">{translator(lang)(`place.${kind}`)} </span>
)
