import type { Policy } from '@/lib/domain/policies/definition'
import { STATUS } from '@/lib/domain/taxonomy/instruments'
import type { Lang } from '@/lib/platform/collections/language'
import { DateWithWording } from '../marks/date-text'
import { Said } from '../marks/said'
import { SourceLine } from '../marks/source-line'

type Events = readonly Policy['events'][number][]

/** What became of a policy or a federal action, each step with its date and its source. */
export const StatusEvents = ({ events, lang }: { events: Events; lang: Lang }) => (
  <ol className="events">
    {events.map((event, at) => (
      <li key={at}>
        <div className="quiet">
          <DateWithWording date={event.date} lang={lang} start />
        </div>
        <div className="space-y-1">
          <p className="font-semibold">{STATUS[event.status][lang]}</p>
          {event.note && (
            <p>
              <Said text={event.note} lang={lang} />
            </p>
          )}
          <SourceLine source={event.citation.source} lang={lang} />
        </div>
      </li>
    ))}
  </ol>
)
