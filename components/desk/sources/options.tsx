import type { Lang } from '@/lib/platform/collections/language'
import { deskWords } from '../words'

type Props = {
  lang: Lang
  name: string
  /** The candidate that it belongs to, since a page has many. */
  of: string
  label: string
  options: readonly { value: string; label: string }[]
}

/** What a part of a candidate may mean. Nothing is chosen until a person does. */
export const Options = ({ lang, name, of, label, options }: Props) => {
  const unique = [...new Map(options.map((one) => [one.value, one])).values()]
  if (unique.length === 0) return null
  const id = `${of}-${name}`
  return (
    <p className="candidate-choice">
      <label htmlFor={id} className="quiet">
        {label}
      </label>
      <select id={id} name={name} className="input" defaultValue="">
        <option value="">{deskWords(lang)('sources.text.nothing')}</option>
        {unique.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </p>
  )
}
