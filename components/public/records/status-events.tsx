import type { Policy } from '@/lib/records/policies/schema'
import { STATUS } from '@/lib/vocabularies/instruments'
import type { Lang } from '@/lib/platform/i18n/locale'
import { DateWithWording } from '@/components/ui/date-text'
import { Localized } from '@/components/ui/localized-text'
import { SourceLine } from '@/components/ui/source-line'

type Events = readonly Policy['events'][number][]

/** Status history of a policy or federal action, with dates and sources. */
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
              <Localized text={event.note} lang={lang} />
            </p>
          )}
          <SourceLine source={event.citation.source} lang={lang} />
        </div>
      </li>
    ))}
  </ol>
)
