'use client'

import { useEffect, useRef } from 'react'
import type { RecordLabel } from '@/lib/features/editing/labels'
import { withSuffix } from '@/lib/platform/forms/read-form'
import { type EditorMessages, fillPlaceholders } from './fill-placeholders'

const spoken = ({ label, about }: RecordLabel) => [label, about].filter(Boolean).join(', ')

type AlikeProps = {
  name: string
  alike: readonly RecordLabel[]
  choose: (one: RecordLabel) => void
  create: () => void
  words: EditorMessages
}

/** Asks before a second record of the same is made. */
export const AlikeChoice = ({ name, alike, choose, create, words }: AlikeProps) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} className="alike" role="group" aria-label={words.alike} tabIndex={-1}>
      <p>
        <strong>{words.alike}</strong> {fillPlaceholders(words.alikeAbout, { name })}
      </p>
      {alike.map((one) => (
        <button key={one.id} type="button" className="button-plain" onClick={() => choose(one)}>
          {fillPlaceholders(words.chooseIt, { name: spoken(one) })}
        </button>
      ))}
      <button type="button" className="link-button" onClick={create}>
        {fillPlaceholders(words.createAnyway, { name })}
      </button>
    </div>
  )
}

type PlainProps = {
  name: string
  words: EditorMessages
  looked: string
  choices: readonly RecordLabel[]
  mayCreate: boolean
}

/** What was found, to be chosen in a plain form. */
export const PlainChoices = ({ name, words, looked, choices, mayCreate }: PlainProps) => (
  <fieldset className="alike">
    <legend>{fillPlaceholders(words.notChosen, { words: looked })}</legend>
    <input type="hidden" name={withSuffix.looked(name)} value={looked} />
    {choices.map((one) => (
      <label key={one.id} className="check">
        <input type="radio" name={withSuffix.pick(name)} value={one.id} /> {spoken(one)}
      </label>
    ))}
    {!choices.length && <p>{words.noneFound}</p>}
    {mayCreate && (
      <button type="submit" name="do" value={`create ${name}`} className="link-button">
        {fillPlaceholders(words.createNew, { name: looked })}
      </button>
    )}
  </fieldset>
)
