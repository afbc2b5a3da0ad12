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
  messages: EditorMessages
}

/** Asks for confirmation before creating a possible duplicate. */
export const AlikeChoice = ({ name, alike, choose, create, messages }: AlikeProps) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} className="alike" role="group" aria-label={messages.alike} tabIndex={-1}>
      <p>
        <strong>{messages.alike}</strong> {fillPlaceholders(messages.alikeAbout, { name })}
      </p>
      {alike.map((one) => (
        <button key={one.id} type="button" className="button-plain" onClick={() => choose(one)}>
          {fillPlaceholders(messages.chooseIt, { name: spoken(one) })}
        </button>
      ))}
      <button type="button" className="link-button" onClick={create}>
        {fillPlaceholders(messages.createAnyway, { name })}
      </button>
    </div>
  )
}

type PlainProps = {
  name: string
  messages: EditorMessages
  query: string
  /** Undefined where the name was not looked up yet: a form has more than are looked up at once. */
  choices: readonly RecordLabel[] | undefined
  mayCreate: boolean
}

/** Search results as radio buttons, for forms without JavaScript. */
export const PlainChoices = ({ name, messages, query, choices, mayCreate }: PlainProps) => (
  <fieldset className="alike">
    <legend>{fillPlaceholders(messages.notChosen, { words: query })}</legend>
    {choices && <input type="hidden" name={withSuffix.looked(name)} value={query} />}
    {choices?.map((one) => (
      <label key={one.id} className="check">
        <input type="radio" name={withSuffix.pick(name)} value={one.id} /> {spoken(one)}
      </label>
    ))}
    {!choices?.length && <p>{choices ? messages.noneFound : messages.notLookedUp}</p>}
    {choices && mayCreate && (
      <button type="submit" name="do" value={`create ${name}`} className="link-button">
        {fillPlaceholders(messages.createNew, { name: query })}
      </button>
    )}
  </fieldset>
)
