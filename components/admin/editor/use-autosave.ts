'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { SaveResponse } from '@/lib/features/editing/field-hints'

export type SaveState =
  | 'saved'
  | 'typing'
  | 'saving'
  /** The server is unreachable. */
  | 'away'
  | 'failed'
  | 'gone'
  | 'not-yours'
  | 'signed-out'
  /** Another save came in between; this one was set aside. */
  | 'aside'

export type Saving = {
  form: RefObject<HTMLFormElement | null>
  state: SaveState
  clock: string
  basedOn: number
  others: readonly string[]
  /** Marks the form as changed. */
  touch: () => void
  /** Saves immediately. */
  now: () => void
}

const DEBOUNCE_MS = 1_200
const TIMEOUT_MS = 30_000

/** Delay before a failed save is retried. */
const RETRY_MS = 10_000

const FAILURES: Record<number, SaveState> = { 401: 'signed-out', 403: 'not-yours', 404: 'gone', 410: 'gone' }

type Options = {
  id: string
  save: number
  clock: string
  others: readonly string[]
  onAnswer: (answer: SaveResponse) => void
}

/**
 * Autosave: debounced, one request at a time, each with the whole form. A request without a response is resent
 * unchanged, so that the server recognizes it as the same save.
 */
export function useAutosave({ id, save, clock: initialClock, others: initialOthers, onAnswer }: Options): Saving {
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<SaveState>('saved')
  const [clock, setClock] = useState(initialClock)
  const [basedOn, setBasedOn] = useState(save)
  const [others, setOthers] = useState(initialOthers)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const progress = useRef({ dirty: false, running: false, based: save, lost: null as FormData | null, aside: '' })

  const retry = useRef(() => {})

  const run = useCallback(async (): Promise<void> => {
    const current = progress.current
    clearTimeout(timer.current)
    const scheduleRetry = () => (timer.current = setTimeout(() => retry.current(), RETRY_MS))
    if (current.running || !form.current) return
    current.running = true
    try {
      while (current.lost || current.dirty) {
        const isRetry = current.lost !== null
        const body = current.lost ?? new FormData(form.current)
        if (!isRetry) current.dirty = false
        body.set('~save', String(current.based))
        body.set('~aside', current.aside)
        setState('saving')
        current.lost = body
        const response = await fetch(`/admin/entries/${id}/save`, {
          method: 'POST',
          body,
          headers: { Accept: 'application/json' },
          signal: AbortSignal.timeout(TIMEOUT_MS),
        })
        if (!response.ok) {
          // Rejected without being stored; the next attempt sends the form's current values.
          if (response.status < 500) current.lost = null
          current.dirty = true
          if (response.status >= 500) scheduleRetry()
          return setState(FAILURES[response.status] ?? 'failed')
        }
        const answer = (await response.json()) as SaveResponse
        current.lost = null
        current.aside = answer.aside ?? ''
        setOthers(answer.others)
        onAnswer(answer)
        // A set-aside save keeps its base, so later saves cannot overwrite the other editor's.
        if (answer.aside) setState('aside')
        else {
          current.based = answer.save
          setBasedOn(answer.save)
          setClock(answer.clock)
          setState(current.dirty ? 'typing' : 'saved')
        }
      }
    } catch {
      current.dirty = true
      scheduleRetry()
      setState('away')
    } finally {
      current.running = false
    }
  }, [id, onAnswer])

  useEffect(() => {
    retry.current = () => void run()
  }, [run])

  const touch = useCallback(() => {
    progress.current.dirty = true
    setState((previous) => (previous === 'saved' ? 'typing' : previous))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void run(), DEBOUNCE_MS)
  }, [run])

  const now = useCallback(() => {
    progress.current.dirty = true
    void run()
  }, [run])

  // Values typed before hydration count as changes.
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
      if (progress.current.dirty) retry.current()
    }
    const onLeave = (event: BeforeUnloadEvent) => {
      if (progress.current.dirty || progress.current.lost) event.preventDefault()
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
