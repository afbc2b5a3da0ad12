import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from '@/components/admin/admin-messages'

export type Option = { value: string; label: string; about: string }

type Props = {
  lang: Lang
  name: string
  /** Id prefix of the candidate, because a page shows many. */
  of: string
  legend: string
  options: readonly Option[]
  /** Preselected value, if the text is unambiguous. */
  chosen?: string | undefined
}

/** Radio group of recognized values, with the option to leave the field open. */
export const Options = ({ lang, name, of, legend, options, chosen = '' }: Props) => {
  const unique = [...new Map(options.map((one) => [one.value, one])).values()]
  if (unique.length === 0) return null
  const open = { value: '', label: adminMessages(lang)('sources.text.nothing'), about: '' }
  return (
    <fieldset className="candidate-choice">
      <legend className="sr-only">{legend}</legend>
      {[...unique, open].map(({ value, label, about }) => (
        <label key={value} className="box">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === chosen}
            id={`${of}-${name}-${value}`}
          />
          <span>
            {label} {about && <span className="quiet">{about}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
