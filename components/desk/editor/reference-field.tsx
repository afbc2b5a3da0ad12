'use client'

import { beside, sought } from '@/lib/platform/forms/read'
import { typedText } from '@/lib/platform/forms/write'
import { useEditor } from './context'
import { Line, type Of } from './inputs'

/** Another record, found by its name. Without JavaScript the words are looked for when the form is saved. */
export const ReferenceField = ({ field, name, value }: Of<'reference'>) => {
  const { words, names } = useEditor()
  const looked = sought(value)
  const id = looked === null ? typedText(value) : ''
  const named = names[`${field.room}/${id}`]
  const text = looked ?? named?.label ?? id
  return (
    <Line id={name} label={field.label} about={field.about} required={field.required}>
      <input type="hidden" name={name} defaultValue={id} />
      <input type="hidden" name={beside.was(name)} defaultValue={id && text} />
      <div className="reference-field">
        <input id={name} name={beside.typed(name)} className="input" defaultValue={text} autoComplete="off" />
        <button type="submit" name="do" value={`find ${name}`} className="button-plain">
          {words.find}
        </button>
      </div>
      {named?.about && <p className="quiet">{named.about}</p>}
    </Line>
  )
}
