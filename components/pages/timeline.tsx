import type { InexactDate } from '@/lib/domain/dates'
import type { FederalAction } from '@/lib/domain/federal-actions/definition'
import type { Policy } from '@/lib/domain/policies/definition'
import { type Statement, preferredVariant } from '@/lib/domain/statements/definition'
import { STATUS } from '@/lib/domain/taxonomy/instruments'
import type { Lang } from '@/lib/platform/collections/language'
import { Paraphrase } from '../evidence/paraphrase'
import { Quote } from '../evidence/quote'
import { DateText } from '../marks/date-text'
import { RecordLink } from '../marks/record-link'
import { Said } from '../marks/said'
import { SpeakerRole, speakersName } from '../marks/speaker'
import { instrumentWords } from '../records/policy-card'
import { href, words } from '../words'

type Status = keyof typeof STATUS

/** Something dated: what was said, what was done, what a federal agency did. */
export type Dated = { date: InexactDate } & (
  | { what: 'statement'; record: Statement }
  | { what: 'policy'; record: Policy; status: Status }
  | { what: 'federal-action'; record: FederalAction; status: Status | null }
)
type Props = { entries: readonly Dated[]; lang: Lang }

/** Everything with a date, in the order of the events, with one mark in words for what kind of thing it is. */
export const TimelineEntries = ({ entries, lang }: Props) => (
  <ol className="events timeline">
    {entries.map((entry, at) => (
      <li key={at}>
        <div className="quiet">
          <DateText date={entry.date} lang={lang} start />
        </div>
        <div className="timeline-kind small-label">{words(lang)(KIND[entry.what])}</div>
        <div>
          {entry.what === 'statement' ? (
            <SaidThen statement={entry.record} lang={lang} />
          ) : (
            <DoneThen record={entry.record} status={entry.status} lang={lang} />
          )}
        </div>
      </li>
    ))}
  </ol>
)

const KIND = { statement: 'place.said', policy: 'place.done', 'federal-action': 'timeline.federal' } as const

const SaidThen = ({ statement, lang }: { statement: Statement; lang: Lang }) => {
  const preferred = preferredVariant(statement)
  const speaker = statement.speakers[0]!
  const alone = statement.speakers.length === 1 && speaker.official !== null
  return (
    <div className="space-y-2">
      <p>
        <a className="font-serif font-semibold" href={href(lang, statement.path)}>
          {speakersName(statement.speakers, lang)}
        </a>
        <span className="quiet">
          {alone && ', '}
          {alone && <SpeakerRole speaker={speaker} lang={lang} links={false} />}
          {' · '}
          <RecordLink to={statement.places[0]!} lang={lang} />
        </span>
      </p>
      {preferred.passages.length > 0 ? (
        <Quote passages={preferred.passages} citation={preferred.citation} lang={lang} size="small" />
      ) : (
        <Paraphrase citation={preferred.citation} lang={lang}>
          <Said text={statement.summary} lang={lang} />
        </Paraphrase>
      )}
    </div>
  )
}

type DoneProps = { record: Policy | FederalAction; status: Status | null; lang: Lang }

const DoneThen = ({ record, status, lang }: DoneProps) => (
  <div>
    <p>
      {status && <span className="font-semibold">{STATUS[status][lang]}: </span>}
      <a className="font-serif font-semibold" href={href(lang, record.path)}>
        <Said text={record.title} lang={lang} />
      </a>
    </p>
    <p className="quiet">
      {'instrument' in record ? (
        <>
          {instrumentWords(record, lang)}
          {' · '}
          <RecordLink to={record.jurisdiction} lang={lang} />
        </>
      ) : (
        <span lang="en">{record.agency}</span>
      )}
    </p>
  </div>
)
