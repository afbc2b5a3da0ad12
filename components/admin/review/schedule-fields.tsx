'use client'

import { useState } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { localTimeIn, instantOf, formatInstant } from '@/lib/platform/i18n/time-zones'
import { useFormState } from '@/components/admin/action-form'

type Chosen = { date: string; time: string; zone: string }
type Props = {
  when: Chosen & { zones: readonly string[] }
  /** What the button said when the page was made. */
  label: string | null
  note: string | null
  lang: Lang
  words: Record<'day' | 'time' | 'zone' | 'publish' | 'unreadable' | 'gap' | 'twice', string>
}

/** A day, a time and its zone, and the button that says the moment. Without JavaScript the button says it next time. */
export function ScheduleFields({ when, label, note, lang, words }: Props) {
  const { issues } = useFormState()
  const [chosen, setChosen] = useState<Chosen>(when)
  const [changed, setChanged] = useState(false)
  const choose = (more: Partial<Chosen>) => {
    setChosen({ ...chosen, ...more })
    setChanged(true)
  }
  const moment = instantOf(`${chosen.date}T${chosen.time}`, chosen.zone)
  const at = moment.found === 'once' || moment.found === 'twice' ? moment.at : null
  const said = changed ? at && words.publish.replace('#', formatInstant(at, chosen.zone, lang)) : label
  const told = !changed
    ? note
    : moment.found === 'never'
      ? words.gap.replace('#', moment.next.slice(11))
      : moment.found === 'twice'
        ? words.twice
        : null
  const wrong = issues.at ?? issues.zone
  return (
    <>
      <div className="moment" id="at">
        <label>
          {words.day}
          <input
            type="date"
            name="date"
            className="input"
            value={chosen.date}
            onChange={(event) => choose({ date: event.target.value })}
            required
          />
        </label>
        <label>
          {words.time}
          <input
            type="time"
            name="time"
            className="input"
            value={chosen.time}
            onChange={(event) => choose({ time: event.target.value })}
            required
          />
        </label>
        <label>
          {words.zone}
          <select
            name="zone"
            className="input"
            value={chosen.zone}
            onChange={(event) => choose({ zone: event.target.value })}
          >
            {when.zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </label>
      </div>
      {told && (
        <p className="quiet" role="status">
          {told}
        </p>
      )}
      {wrong && <p className="field-wrong">{wrong.join(' ')}</p>}
      <input type="hidden" name="said" value={at ? `${localTimeIn(at, chosen.zone)}/${chosen.zone}` : ''} />
      <button type="submit" className="button-plain">
        {said ?? words.unreadable}
      </button>
    </>
  )
}
