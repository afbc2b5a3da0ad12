'use client'

import { useState } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { localTimeIn, instantOf, formatInstant } from '@/lib/platform/i18n/time-zones'
import { useFormState } from '@/components/admin/action-form'

type Selection = { date: string; time: string; zone: string }
type Props = {
  when: Selection & { zones: readonly string[] }
  /** Label of the button at render time. */
  label: string | null
  note: string | null
  lang: Lang
  messages: Record<'day' | 'time' | 'zone' | 'publish' | 'unreadable' | 'gap' | 'twice', string>
}

/**
 * Date, time and zone, and the button that states the resulting time. Without JavaScript the button is updated by the
 * next response.
 */
export function ScheduleFields({ when, label, note, lang, messages }: Props) {
  const { issues } = useFormState()
  const [chosen, setChosen] = useState<Selection>(when)
  const [changed, setChanged] = useState(false)
  const choose = (change: Partial<Selection>) => {
    setChosen({ ...chosen, ...change })
    setChanged(true)
  }
  const moment = instantOf(`${chosen.date}T${chosen.time}`, chosen.zone)
  const at = moment.found === 'once' || moment.found === 'twice' ? moment.at : null
  const buttonLabel = changed ? at && messages.publish.replace('#', formatInstant(at, chosen.zone, lang)) : label
  const notice = !changed
    ? note
    : moment.found === 'never'
      ? messages.gap.replace('#', moment.next.slice(11))
      : moment.found === 'twice'
        ? messages.twice
        : null
  const errors = issues.at ?? issues.zone
  return (
    <>
      <div className="moment" id="at">
        <label>
          {messages.day}
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
          {messages.time}
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
          {messages.zone}
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
      {notice && (
        <p className="quiet" role="status">
          {notice}
        </p>
      )}
      {errors && <p className="field-wrong">{errors.join(' ')}</p>}
      <input type="hidden" name="shown" value={at ? `${localTimeIn(at, chosen.zone)}/${chosen.zone}` : ''} />
      <button type="submit" className="button-plain">
        {buttonLabel ?? messages.unreadable}
      </button>
    </>
  )
}
