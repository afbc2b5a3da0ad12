'use client'

import { Fragment } from 'react'
import { label } from '@/lib/platform/i18n/vocabulary'
import { FIDELITY } from '@/lib/vocabularies/fidelity'
import { partOf } from '@/lib/platform/forms/write-form'
import { useEditor } from './context'
import { FieldView } from './field-view'
import { fillPlaceholders } from './fill-placeholders'
import type { Of } from './inputs'

/** Citation fields with the result of the quote check. */
export const CitationField = ({ field, name, value }: Of<'group'>) => {
  const { messages, hints, lang } = useEditor()
  const hint = hints.citations[name]
  return (
    <div className="citation-field" id={name} data-citation={name}>
      {field.fields.map((one) => (
        <Fragment key={one.name}>
          <FieldView field={one} name={`${name}.${one.name}`} value={partOf(value, one.name)} />
          {one.name === 'exact' && (
            <div className="field-hint" role="status">
              {hint &&
                (!hint.captured ? (
                  <p>{messages.wordsNoText}</p>
                ) : hint.times === 0 ? (
                  <p className="field-hint-error">{messages.wordsNotFound}</p>
                ) : (
                  <p>
                    {hint.times > 1
                      ? fillPlaceholders(messages.wordsFoundTimes, { times: hint.times })
                      : messages.wordsFound}
                  </p>
                ))}
              {hint && hint.hidden.length > 0 && (
                <p>{fillPlaceholders(messages.wordsHidden, { characters: hint.hidden.join(', ') })}</p>
              )}
              {hint?.fidelity && !hint.allowed.includes(hint.fidelity) && (
                <p className="field-hint-error">
                  {fillPlaceholders(messages.fidelityNot, { fidelity: label(FIDELITY, hint.fidelity, lang) })}
                </p>
              )}
            </div>
          )}
        </Fragment>
      ))}
    </div>
  )
}
