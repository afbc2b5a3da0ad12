'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { SaveResponse } from '@/lib/features/editing/field-hints'

export type SaveState =
  | 'saved'
  | 'typing'
  | 'saving'
  /** The server could not be reached. */
  | 'away'
  | 'failed'
  | 'gone'
  | 'not-yours'
  | 'signed-out'
  /** Another save came between: this one was set aside. */
  | 'aside'

export type Saving = {
  form: RefObject<HTMLFormElement | null>
  state: SaveState
  clock: string
  basedOn: number
  others: readonly string[]
  /** Something changed. */
  touch: () => void
  /** Saves at once. */
  now: () => void
}

const WAIT = 1_200
const LONGEST = 30_000

/** After so long a save that failed is tried again by itself. */
const AGAIN = 10_000

const FAILURES: Record<number, SaveState> = { 401: 'signed-out', 403: 'not-yours', 404: 'gone', 410: 'gone' }

type Options = {
  id: string
  save: number
  clock: string
  others: readonly string[]
  onAnswer: (answer: SaveResponse) => void
}

/**
 * Saves a form a moment after typing stops: one request at a time, each with all that the form then holds. A request
 * whose answer was lost is sent again as it was, so that the server knows it for the same.
 */
export function useAutosave({ id, save, clock: first, others: wroteHere, onAnswer }: Options): Saving {
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<SaveState>('saved')
  const [clock, setClock] = useState(first)
  const [basedOn, setBasedOn] = useState(save)
  const [others, setOthers] = useState(wroteHere)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const work = useRef({ dirty: false, running: false, based: save, lost: null as FormData | null, aside: '' })

  const again = useRef(() => {})

  const run = useCallback(async (): Promise<void> => {
    const now = work.current
    clearTimeout(timer.current)
    const later = () => (timer.current = setTimeout(() => again.current(), AGAIN))
    if (now.running || !form.current) return
    now.running = true
    try {
      while (now.lost || now.dirty) {
        const isAgain = now.lost !== null
        const body = now.lost ?? new FormData(form.current)
        if (!isAgain) now.dirty = false
        body.set('~save', String(now.based))
        body.set('~aside', now.aside)
        setState('saving')
        now.lost = body
        const response = await fetch(`/admin/entries/${id}/save`, {
          method: 'POST',
          body,
          headers: { Accept: 'application/json' },
          signal: AbortSignal.timeout(LONGEST),
        })
        if (!response.ok) {
          // Refused, so nothing of it was kept: next time, what the form holds then.
          if (response.status < 500) now.lost = null
          now.dirty = true
          if (response.status >= 500) later()
          return setState(FAILURES[response.status] ?? 'failed')
        }
        const answer = (await response.json()) as SaveResponse
        now.lost = null
        now.aside = answer.aside ?? ''
        setOthers(answer.others)
        onAnswer(answer)
        // What was set aside goes on from the same save: nothing that comes after may overwrite the other's.
        if (answer.aside) setState('aside')
        else {
          now.based = answer.save
          setBasedOn(answer.save)
          setClock(answer.clock)
          setState(now.dirty ? 'typing' : 'saved')
        }
      }
    } catch {
      now.dirty = true
      later()
      setState('away')
    } finally {
      now.running = false
    }
  }, [id, onAnswer])

  useEffect(() => {
    again.current = () => void run()
  }, [run])

  const touch = useCallback(() => {
    work.current.dirty = true
    setState((was) => (was === 'saved' ? 'typing' : was))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void run(), WAIT)
  }, [run])

  const now = useCallback(() => {
    work.current.dirty = true
    void run()
  }, [run])

  // What was typed while the script was on its way counts as well.
  useEffect(() => {
    if ([...(form.current?.elements ?? [])].some(isChanged)) touch()
  }, [touch])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      now()
    }
    const onOnline = () => {
      if (work.current.dirty) again.current()
    }
    const onLeave = (event: BeforeUnloadEvent) => {
      if (work.current.dirty || work.current.lost) event.preventDefault()
    }
    addEventListener('keydown', onKey)
    addEventListener('beforeunload', onLeave)
    addEventListener('online', onOnline)
    return () => {
      removeEventListener('keydown', onKey)
      removeEventListener('beforeunload', onLeave)
      removeEventListener('online', onOnline)
      clearTimeout(timer.current)
    }
  }, [now])

  return { form, state, clock, basedOn, others, touch, now }
}

const isChanged = (field: Element): boolean => {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected && !option.defaultSelected && option.value !== '')
  if (!(field instanceof HTMLInputElement)) return false
  return ['checkbox', 'radio'].includes(field.type)
    ? field.checked !== field.defaultChecked
    : field.type !== 'hidden' && field.value !== field.defaultValue
}
