'use client'

import type { ReactNode } from 'react'
import type { Field, Option } from '@/lib/platform/forms/plan'
import { withSuffix } from '@/lib/platform/forms/read-form'
import { codesIn, partOf, typedText } from '@/lib/platform/forms/write-form'
import { useEditor } from './context'

export type Of<K extends Field['kind']> = { field: Extract<Field, { kind: K }>; name: string; value: unknown }

type FrameProps = { id: string; label: string; about?: string | undefined; required?: boolean; children: ReactNode }

/** Field layout: label, description and input. */
export const FieldLayout = ({ id, label, about, required, children }: FrameProps) => (
  <div className="field">
    <label htmlFor={id}>
      {label}
      {required && <RequiredMark />}
    </label>
    {about && (
      <p id={`${id}-about`} className="quiet">
        {about}
      </p>
    )}
    {children}
  </div>
)

/** Asterisk for required fields; screen readers get aria-required. */
export const RequiredMark = () => (
  <span className="needed" aria-hidden="true">
    {' *'}
  </span>
)

const describedBy = (id: string, about: string | undefined) => (about ? `${id}-about` : undefined)

export const TextField = ({ field, name, value }: Of<'text'>) => {
  const about = field.about
  const shared = {
    id: name,
    name,
    className: 'input',
    defaultValue: typedText(value),
    'aria-describedby': describedBy(name, about),
    'aria-required': field.required || undefined,
  }
  return (
    <FieldLayout id={name} label={field.label} about={about} required={field.required}>
      {field.long ? <textarea {...shared} rows={2} /> : <input {...shared} />}
    </FieldLayout>
  )
}

export const NumberField = ({ field, name, value }: Of<'number'>) => (
  <FieldLayout id={name} label={field.label} about={field.about} required={field.required}>
    <input
      id={name}
      name={name}
      className="input input-short"
      inputMode="decimal"
      defaultValue={typedText(value)}
      aria-describedby={describedBy(name, field.about)}
    />
  </FieldLayout>
)

export const DayField = ({ field, name, value }: Of<'day'>) => {
  const { messages } = useEditor()
  const about = field.about ?? messages.dayAbout
  return (
    <FieldLayout id={name} label={field.label} about={about} required={field.required}>
      <input
        id={name}
        name={name}
        className="input input-short"
        defaultValue={typedText(value)}
        aria-describedby={describedBy(name, about)}
      />
    </FieldLayout>
  )
}

export const LinesField = ({ field, name, value }: Of<'lines'>) => {
  const about = [field.about, useEditor().messages.onePerLine].filter(Boolean).join(' ')
  return (
    <FieldLayout id={name} label={field.label} about={about}>
      <textarea
        id={name}
        name={name}
        className="input input-lines"
        rows={2}
        defaultValue={codesIn(value).join('\n')}
        aria-describedby={describedBy(name, about)}
      />
    </FieldLayout>
  )
}

export const YesNoField = ({ field, name, value }: Of<'yes-no'>) => (
  <label className="check" htmlFor={name}>
    <input type="checkbox" id={name} name={name} value="yes" defaultChecked={value === true} /> {field.label}
  </label>
)

export const OneOfRowsField = ({ name, value }: Of<'one-of-rows'>) => {
  const { name: shared, row } = withSuffix.oneOf(name)
  return (
    <label className="check" htmlFor={name}>
      <input
        type="radio"
        id={name}
        name={shared}
        value={row}
        // In a new list the first row is preselected.
        defaultChecked={value === true || (value === undefined && row === '0')}
      />{' '}
      {useEditor().messages.preferThis}
    </label>
  )
}

const grouped = (options: readonly Option[]): [string, Option[]][] => {
  const groups = new Map<string, Option[]>()
  for (const one of options) groups.set(one.group ?? '', [...(groups.get(one.group ?? '') ?? []), one])
  return [...groups]
}

export const ChoiceField = ({ field, name, value }: Of<'choice'>) => {
  const { messages } = useEditor()
  const now = typedText(value)
  const options = field.options.some(({ code }) => code === now)
    ? field.options
    : [...field.options, ...(now ? [{ code: now, label: now }] : [])]
  const draw = (one: Option) => (
    <option key={one.code} value={one.code}>
      {one.label}
    </option>
  )
  return (
    <FieldLayout id={name} label={field.label} about={field.about} required={field.required}>
      <select
        id={name}
        name={name}
        className="input"
        defaultValue={now}
        aria-describedby={describedBy(name, field.about)}
      >
        <option value="">{field.required ? messages.choose : messages.none}</option>
        {grouped(options).map(([group, ones]) =>
          group ? (
            <optgroup key={group} label={group}>
              {ones.map(draw)}
            </optgroup>
          ) : (
            ones.map(draw)
          ),
        )}
      </select>
    </FieldLayout>
  )
}

export const ChoicesField = ({ field, name, value }: Of<'choices'>) => {
  const chosen = codesIn(value)
  const known = field.options.map(({ code }) => code)
  const options = [
    ...field.options,
    ...chosen.filter((code) => !known.includes(code)).map((code) => ({ code, label: code })),
  ]
  return (
    <fieldset className="field field-wide" id={name}>
      <legend>{field.label}</legend>
      <input type="hidden" name={withSuffix.order(name)} value={chosen.join(',')} />
      {grouped(options).map(([group, ones]) => (
        <div key={group} className="choices" role="group" aria-label={group || field.label}>
          {group && <p className="choices-group">{group}</p>}
          <ul>
            {ones.map((one) => (
              <li key={one.code}>
                <label className="check">
                  <input type="checkbox" name={name} value={one.code} defaultChecked={chosen.includes(one.code)} />{' '}
                  {one.label}
                </label>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </fieldset>
  )
}

export const BilingualField = ({ field, name, value }: Of<'bilingual'>) => {
  const { messages } = useEditor()
  return (
    <fieldset className="field field-wide" id={name}>
      <legend>
        {field.label}
        {field.required && <RequiredMark />}
      </legend>
      {field.about && <p className="quiet">{field.about}</p>}
      <div className="two-languages">
        {(['en', 'es'] as const).map((lang) => (
          <div key={lang}>
            <label htmlFor={`${name}.${lang}`}>{lang === 'en' ? messages.english : messages.spanish}</label>
            <textarea
              id={`${name}.${lang}`}
              name={`${name}.${lang}`}
              lang={lang}
              className="input"
              rows={1}
              defaultValue={typedText(partOf(value, lang))}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
