'use client'

import { useRef } from 'react'
import { partOf, typedText } from '@/lib/platform/forms/write-form'
import { useEditor } from './context'
import { fillPlaceholders } from './fill-placeholders'
import type { Of } from './inputs'

/** EDTF date field with the source's wording, the meaning of both, and suggested dates. */
export const DateField = ({ field, name, value }: Of<'inexact-date'>) => {
  const { messages, hints, touch } = useEditor()
  const edtf = useRef<HTMLInputElement>(null)
  const { meaning, offer } = hints.dates[name] ?? { meaning: undefined, offer: null }
  const applyDate = (option: string) => {
    if (edtf.current) edtf.current.value = option
    edtf.current?.focus()
    touch()
  }
  return (
    <fieldset className="field field-wide" id={name} tabIndex={-1}>
      <legend>{field.label}</legend>
      {field.about && <p className="quiet">{field.about}</p>}
      <div className="date-field">
        <div>
          <label htmlFor={`${name}.edtf`}>{messages.edtf}</label>
          <input
            ref={edtf}
            id={`${name}.edtf`}
            name={`${name}.edtf`}
            className="input"
            defaultValue={typedText(partOf(value, 'edtf'))}
            aria-describedby={`${name}-about ${name}-meaning`}
            autoComplete="off"
          />
        </div>
        <div>
          <label htmlFor={`${name}.asWritten`}>{messages.asWritten}</label>
          <input
            id={`${name}.asWritten`}
            name={`${name}.asWritten`}
            className="input"
            defaultValue={typedText(partOf(value, 'asWritten'))}
            aria-describedby={`${name}-written ${name}-meaning`}
            autoComplete="off"
          />
        </div>
      </div>
      <p id={`${name}-about`} className="quiet">
        {messages.edtfAbout} <span id={`${name}-written`}>{messages.asWrittenAbout}</span>
      </p>
      <div id={`${name}-meaning`} className="field-hint" role="status">
        {meaning && <p>{fillPlaceholders(messages.dateWords, { words: meaning })}</p>}
        {meaning === null && <p className="field-hint-error">{messages.dateUnread}</p>}
        {offer && offer.options.length > 0 && (
          <>
            <p>
              {fillPlaceholders(offer.needsChoice ? messages.dateAsks : messages.dateOffer, {
                asked: offer.asWritten,
                day: offer.day,
              })}
            </p>
            <ul className="field-hint-options">
              {offer.options.map((option) => (
                <li key={option.edtf}>
                  <button
                    type="submit"
                    name="do"
                    value={`set-date ${name} ${option.edtf}`}
                    className="button-plain"
                    onClick={(event) => {
                      event.preventDefault()
                      applyDate(option.edtf)
                    }}
                  >
                    {option.words} · {option.edtf}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </fieldset>
  )
}
