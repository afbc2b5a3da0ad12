'use client'

import { type KeyboardEvent, useId, useRef, useState, useSyncExternalStore } from 'react'
import type { Candidate } from '@/lib/features/editing/find-records'
import type { RecordLabel } from '@/lib/features/editing/labels'
import { withSuffix, unresolvedValue } from '@/lib/platform/forms/read-form'
import { typedText } from '@/lib/platform/forms/write-form'
import { useEditor } from './context'
import { fillPlaceholders } from './fill-placeholders'
import { type Of, RequiredMark } from './inputs'
import { AlikeChoice, PlainChoices } from './reference-choices'
import { ReferenceOptions } from './reference-options'
import { placesIn, useRecordSearch } from './use-record-search'

const never = () => () => {}

/**
 * Reference to another record: a combobox that searches by name, or creates the record. Without JavaScript the search
 * runs on save and the results appear as radio buttons.
 */
export const ReferenceField = ({ field, name, value }: Of<'reference'>) => {
  const { messages, names, hints, inlineTypes, touch, id: draftId } = useEditor()
  const given = typedText(value)
  const unresolved = unresolvedValue(value)
  const givenName: RecordLabel | undefined = names[`${field.type}/${given}`]
  const [chosen, setChosen] = useState<Pick<RecordLabel, 'id' | 'label' | 'about' | 'draft'> | null>(
    unresolved === null && given ? (givenName ?? { id: given, label: given, about: '', draft: false }) : null,
  )
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const [isConfirming, setIsConfirming] = useState(false)
  const [unmatched, setUnmatched] = useState(unresolved)
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  const { found, ask, forget } = useRecordSearch(field.type, draftId.slice(-10))
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

  const [typed, setTyped] = useState(unresolved ?? chosen?.label ?? '')
  const mayCreate = inlineTypes.includes(field.type) && typed !== '' && !chosen
  const options = found ?? []
  const count = options.length + (mayCreate && found ? 1 : 0)
  const shown = open && count > 0

  const choose = (one: Candidate | RecordLabel) => {
    if (input.current) input.current.value = one.label
    setTyped(one.label)
    setChosen(one)
    setUnmatched(null)
    setIsConfirming(false)
    setOpen(false)
    setAt(-1)
    forget()
    touch()
    input.current?.focus()
  }
  const create = async () => {
    const body = new FormData()
    body.set('name', typed)
    body.set('place', placesIn(input.current?.form)[0] ?? '')
    const answer = await fetch(`/admin/find/${field.type}`, { method: 'POST', body }).catch(() => null)
    if (answer?.ok) choose((await answer.json()) as RecordLabel)
  }
  const pick = (which: number) => {
    const one = options[which]
    if (one) return choose(one)
    if (!mayCreate || which !== options.length) return
    setOpen(false)
    if (options.some((other) => other.alike)) setIsConfirming(true)
    else void create()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      return setOpen(false)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      if (shown && at >= 0) pick(at)
      return
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    setOpen(true)
    if (found === null) return ask(typed, input.current?.form, 0)
    setAt(((at + 1 + step + count + 1) % (count + 1)) - 1)
  }
  const onChange = (text: string) => {
    if (chosen) setChosen(null)
    setTyped(text.trim())
    setUnmatched(text.trim() || null)
    setIsConfirming(false)
    setAt(-1)
    setOpen(true)
    ask(text.trim(), input.current?.form)
  }

  return (
    <div className="field">
      <label htmlFor={name}>
        {field.label}
        {field.required && <RequiredMark />}
      </label>
      <input type="hidden" name={name} value={chosen?.id ?? ''} data-type={field.type} />
      <input type="hidden" name={withSuffix.was(name)} value={chosen?.label ?? ''} />
      <div className="reference-field">
        <input
          ref={input}
          id={name}
          name={withSuffix.typed(name)}
          className="input"
          defaultValue={unresolved ?? chosen?.label ?? ''}
          autoComplete="off"
          aria-describedby={`${list}-about`}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
          {...(ready && {
            role: 'combobox',
            'aria-autocomplete': 'list' as const,
            'aria-expanded': shown,
            'aria-controls': list,
            'aria-activedescendant': shown && at >= 0 ? `${list}-${at}` : undefined,
          })}
        />
        {!ready && (
          <button type="submit" name="do" value={`find ${name}`} className="button-plain">
            {messages.find}
          </button>
        )}
        {ready && (
          <ReferenceOptions
            id={list}
            label={field.label}
            options={options}
            create={mayCreate && found ? fillPlaceholders(messages.createNew, { name: typed }) : null}
            draft={messages.draft}
            at={at}
            shown={shown}
            pick={pick}
          />
        )}
      </div>
      <p id={`${list}-about`} className="quiet">
        {chosen ? (
          <>
            {[chosen.about, chosen.draft && messages.draft].filter(Boolean).join(' · ')}{' '}
            <a
              href={`/admin/edit/${field.type}/${chosen.id}`}
              target="_blank"
              rel="noopener"
              aria-label={`${messages.open}: ${chosen.label}`}
            >
              {messages.open}
            </a>
          </>
        ) : unmatched ? (
          fillPlaceholders(messages.notChosen, { words: unmatched })
        ) : (
          messages.findAbout
        )}
      </p>
      {ready && (
        <div role="status" className="sr-only">
          {open && found && typed
            ? options.length === 1
              ? messages.foundOne
              : options.length
                ? fillPlaceholders(messages.found, { count: options.length })
                : messages.noneFound
            : ''}
        </div>
      )}
      {isConfirming && (
        <AlikeChoice
          name={typed}
          alike={options.filter((one) => one.alike)}
          choose={choose}
          create={() => void create()}
          messages={messages}
        />
      )}
      {!ready && unresolved !== null && (
        <PlainChoices
          name={name}
          messages={messages}
          query={unresolved}
          choices={hints.choices[name]}
          mayCreate={inlineTypes.includes(field.type)}
        />
      )}
    </div>
  )
}
