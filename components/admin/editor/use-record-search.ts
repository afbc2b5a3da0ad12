'use client'

import { useEffect, useRef, useState } from 'react'
import type { Candidate } from '@/lib/features/editing/find-records'

const DEBOUNCE_MS = 180

/** Ids of the jurisdictions that the form references; records there rank first. */
export const placesIn = (form: HTMLFormElement | null | undefined): string[] =>
  [...(form?.querySelectorAll<HTMLInputElement>('input[data-type="jurisdictions"]') ?? [])]
    .map(({ value, disabled }) => (disabled ? '' : value))
    .filter(Boolean)

/** Searches records while the user types. `found` is null until results arrive. */
export function useRecordSearch(type: string, not: string) {
  const [found, setFound] = useState<Candidate[] | null>(null)
  const request = useRef<AbortController>(null)
  useEffect(() => () => request.current?.abort(), [])

  const ask = (text: string, form: HTMLFormElement | null | undefined, wait = DEBOUNCE_MS) => {
    request.current?.abort()
    const { signal } = (request.current = new AbortController())
    const timer = setTimeout(() => {
      const query = new URLSearchParams([['q', text], ['not', not], ...placesIn(form).map((id) => ['place', id])])
      fetch(`/admin/find/${type}?${query}`, { signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<Candidate[]>) : []))
        .then(setFound)
        // Aborted or offline: the typed text stays and is resolved on save.
        .catch(() => {})
    }, wait)
    signal.addEventListener('abort', () => clearTimeout(timer))
  }
  const forget = () => {
    request.current?.abort()
    setFound(null)
  }
  return { found, ask, forget }
}
