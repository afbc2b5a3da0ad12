'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import type { Suggestion } from '@/lib/domain/search/suggestion'
import { type ComboboxWords, Options } from './options'

type Props = {
  id?: string
  label?: string
  placeholder?: string
  q?: string
  /** What stands before a path in this language: "" or "/es". */
  prefix: string
  words: ComboboxWords
}

const WAIT = 120
const never = () => () => {}

const fold = (text: string) => text.normalize('NFD').replaceAll(/[\p{M}.,'’]/gu, '').toLowerCase() // prettier-ignore

/** A search field that offers names while one types. Without a script it is a plain field of its form. */
export function Combobox({ id, label, placeholder, q = '', prefix, words }: Props) {
  const list = useId()
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [text, setText] = useState('')
  const [found, setFound] = useState<Suggestion[]>([])
  const [at, setAt] = useState(-1)
  const [open, setOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const asking = useRef<AbortController>(null)

  const typed = (now: string) => {
    asking.current?.abort()
    const { signal } = (asking.current = new AbortController())
    const asked = now.trim()
    setText(asked)
    if (asked.length < 2) return setFound([])
    const wait = setTimeout(() => void ask(asked, signal), WAIT)
    signal.addEventListener('abort', () => clearTimeout(wait))
  }
  const ask = async (asked: string, signal: AbortSignal) => {
    try {
      const answer = await fetch(`/api/suggest?q=${encodeURIComponent(asked)}`, { signal })
      const all = answer.ok ? ((await answer.json()) as Suggestion[]) : []
      // Grouped by kind, in the order of each kind's best one.
      const sorted = [...new Set(all.map((one) => one.kind))].flatMap((kind) => all.filter((one) => one.kind === kind))
      setFound(sorted)
      setAt(sorted[0] && fold(sorted[0].name).startsWith(fold(asked)) ? 0 : -1)
      setOpen(document.activeElement === field.current)
    } catch {
      // Asked again since, or no connection: the form still works.
    }
  }

  // What was typed while the script was on its way counts as well.
  useEffect(() => {
    const late = field.current?.value ?? ''
    if (late !== q) typed(late)
    return () => asking.current?.abort()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the script has come
  }, [])

  const shown = open && found.length > 0
  const choose = (one: Suggestion | undefined) => one && location.assign(prefix + one.path)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (shown) event.preventDefault()
      return setOpen(false)
    }
    if (event.key === 'Enter') {
      if (!shown || !found[at]) return
      event.preventDefault()
      return choose(found[at])
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || !found.length) return
    event.preventDefault()
    setOpen(true)
    // Beyond either end is the field itself.
    const count = found.length + 1
    setAt(shown ? ((at + 1 + step + count) % count) - 1 : step > 0 ? 0 : found.length - 1)
  }

  return (
    <div className="combobox">
      <input
        ref={field}
        id={id}
        className="input"
        type="search"
        name="q"
        defaultValue={q}
        placeholder={placeholder}
        aria-label={label}
        autoComplete="off"
        onChange={(event) => typed(event.target.value)}
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
      {ready && <Options id={list} found={found} at={at} shown={shown} prefix={prefix} words={words} />}
      {ready && (
        <div role="status" className="sr-only">
          {open && text.length > 1
            ? found.length === 1
              ? words.one
              : found.length
                ? words.many.replace('#', String(found.length))
                : words.none
            : ''}
        </div>
      )}
    </div>
  )
}
