'use client'

import { Fragment } from 'react'
import { label } from '@/lib/platform/i18n/vocabulary'
import { FIDELITY } from '@/lib/vocabularies/fidelity'
import { partOf } from '@/lib/platform/forms/write-form'
import { useEditor } from './context'
import { FieldView } from './field-view'
import { fillPlaceholders } from './fill-placeholders'
import type { Of } from './inputs'

/** A source and its words, with what looking them up in the kept text says. */
export const CitationField = ({ field, name, value }: Of<'group'>) => {
  const { words, told, lang } = useEditor()
  const said = told.citations[name]
  return (
    <div className="citation-field" id={name} data-citation={name}>
      {field.fields.map((one) => (
        <Fragment key={one.name}>
          <FieldView field={one} name={`${name}.${one.name}`} value={partOf(value, one.name)} />
          {one.name === 'exact' && (
            <div className="told" role="status">
              {said &&
                (!said.held ? (
                  <p>{words.wordsNoText}</p>
                ) : said.times === 0 ? (
                  <p className="told-wrong">{words.wordsNotFound}</p>
                ) : (
                  <p>
                    {said.times > 1 ? fillPlaceholders(words.wordsFoundTimes, { times: said.times }) : words.wordsFound}
                  </p>
                ))}
              {said?.fidelity && !said.allowed.includes(said.fidelity) && (
                <p className="told-wrong">
                  {fillPlaceholders(words.fidelityNot, { fidelity: label(FIDELITY, said.fidelity, lang) })}
                </p>
              )}
            </div>
          )}
        </Fragment>
      ))}
    </div>
  )
}
