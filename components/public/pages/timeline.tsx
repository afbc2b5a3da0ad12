import type { InexactDate } from '@/lib/records/shared/inexact-date'
import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { Policy } from '@/lib/records/policies/schema'
import { type Statement, preferredVariant, statementTitle } from '@/lib/records/statements/schema'
import { STATUS } from '@/lib/vocabularies/instruments'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Paraphrase } from '@/components/public/evidence/paraphrase'
import { Quote } from '@/components/public/evidence/quote'
import { DateText } from '@/components/ui/date-text'
import { dateSentence } from '@/lib/text/format-date'
import { RecordLink } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { SpeakerRole } from '@/components/ui/speaker'
import { instrumentLabel } from '@/components/public/records/policy-card'
import { format, href, translator } from '@/lib/platform/i18n/translate'

type Status = keyof typeof STATUS

/** A dated entry of the timeline. */
export type Dated = { date: InexactDate } & (
  | { what: 'statement'; record: Statement }
  | { what: 'policy'; record: Policy; status: Status }
  | { what: 'federal-action'; record: FederalAction; status: Status | null }
)
type Props = { entries: readonly Dated[]; lang: Lang }

/** Timeline entries grouped by month, then by date. */
export const TimelineEntries = ({ entries, lang }: Props) => (
  <>
    {groupAdjacent(entries, ({ date }) => (date.latest ?? date.earliest ?? '').slice(0, 7)).map((month) => (
      <section key={`${month[0]!.date.latest ?? month[0]!.date.earliest}`}>
        <h2 className="month-head">{monthLabel(month[0]!.date, lang)}</h2>
        {groupAdjacent(month, ({ date }) => date.edtf).map((same) => (
          <DateGroup key={same[0]!.date.edtf} entries={same} lang={lang} />
        ))}
      </section>
    ))}
  </>
)

/** Groups adjacent entries with the same key. */
const groupAdjacent = (entries: readonly Dated[], key: (entry: Dated) => string): Dated[][] => {
  const runs: Dated[][] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last && key(last[0]!) === key(entry)) last.push(entry)
    else runs.push([entry])
  }
  return runs
}

const monthLabel = ({ latest, earliest }: InexactDate, lang: Lang): string =>
  dateSentence(format(lang).dateTime(new Date((latest ?? earliest)!), { month: 'long', year: 'numeric' }))

/** Entries with the same date under one heading. */
const DateGroup = ({ entries, lang }: Props) => (
  <div className="same-date">
    <h3 className="small-label">
      <DateText date={entries[0]!.date} lang={lang} start />
    </h3>
    <ol className="events timeline">
      {entries.map((entry, at) => (
        <li key={at}>
          <div className="timeline-kind small-label">{translator(lang)(KIND[entry.what])}</div>
          <div>
            {entry.what === 'statement' ? (
              <StatementEntry statement={entry.record} lang={lang} />
            ) : (
              <StatusEntry record={entry.record} status={entry.status} lang={lang} />
            )}
          </div>
        </li>
      ))}
    </ol>
  </div>
)

const KIND = { statement: 'place.said', policy: 'place.done', 'federal-action': 'timeline.federal' } as const

const StatementEntry = ({ statement, lang }: { statement: Statement; lang: Lang }) => {
  const preferred = preferredVariant(statement)
  const speaker = statement.speakers[0]!
  const isSingleOfficial = statement.speakers.length === 1 && speaker.official !== null
  return (
    <div className="space-y-2">
      <p>
        <a className="font-serif font-semibold" href={href(lang, statement.path)}>
          {statementTitle(statement, lang)}
        </a>
        <span className="quiet">
          {isSingleOfficial && ', '}
          {isSingleOfficial && <SpeakerRole speaker={speaker} lang={lang} links={false} />}
          {' · '}
          <RecordLink to={statement.places[0]!} lang={lang} />
        </span>
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

type StatusEntryProps = { record: Policy | FederalAction; status: Status | null; lang: Lang }

const StatusEntry = ({ record, status, lang }: StatusEntryProps) => (
  <div>
    <p>
      {status && <span className="font-semibold">{STATUS[status][lang]}: </span>}
      <a className="font-serif font-semibold" href={href(lang, record.path)}>
        <Localized text={record.title} lang={lang} />
      </a>
    </p>
    <p className="quiet">
      {'instrument' in record ? (
        <>
          {instrumentLabel(record, lang)}
          {' · '}
          <RecordLink to={record.jurisdiction} lang={lang} />
        </>
      ) : (
        <span lang="en">{record.agency}</span>
      )}
    </p>
  </div>
)
