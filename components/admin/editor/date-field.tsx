'use client'

import { useRef } from 'react'
import { partOf, typedText } from '@/lib/platform/forms/write-form'
import { useEditor } from './context'
import { fillPlaceholders } from './fill-placeholders'
import type { Of } from './inputs'

/** A date as exact as it is known, the source's own words for it, and what both mean. */
export const DateField = ({ field, name, value }: Of<'inexact-date'>) => {
  const { words, told, touch } = useEditor()
  const edtf = useRef<HTMLInputElement>(null)
  const { words: said, offer } = told.dates[name] ?? { words: undefined, offer: null }
  const take = (option: string) => {
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
          <label htmlFor={`${name}.edtf`}>{words.edtf}</label>
          <input
            ref={edtf}
            id={`${name}.edtf`}
            name={`${name}.edtf`}
            className="input"
            defaultValue={typedText(partOf(value, 'edtf'))}
            aria-describedby={`${name}-about ${name}-said`}
            autoComplete="off"
          />
        </div>
        <div>
          <label htmlFor={`${name}.asWritten`}>{words.asWritten}</label>
          <input
            id={`${name}.asWritten`}
            name={`${name}.asWritten`}
            className="input"
            defaultValue={typedText(partOf(value, 'asWritten'))}
            aria-describedby={`${name}-written ${name}-said`}
            autoComplete="off"
          />
        </div>
      </div>
      <p id={`${name}-about`} className="quiet">
        {words.edtfAbout} <span id={`${name}-written`}>{words.asWrittenAbout}</span>
      </p>
      <div id={`${name}-said`} className="told" role="status">
        {said && <p>{fillPlaceholders(words.dateWords, { words: said })}</p>}
        {said === null && <p className="told-wrong">{words.dateUnread}</p>}
        {offer && offer.options.length > 0 && (
          <>
            <p>
              {fillPlaceholders(offer.asks ? words.dateAsks : words.dateOffer, { asked: offer.asked, day: offer.day })}
            </p>
            <ul className="told-offers">
              {offer.options.map((option) => (
                <li key={option.edtf}>
                  <button
                    type="submit"
                    name="do"
                    value={`take ${name} ${option.edtf}`}
                    className="button-plain"
                    onClick={(event) => {
                      event.preventDefault()
                      take(option.edtf)
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
