'use client'

import { useEffect, useRef, useState } from 'react'
import type { Candidate } from '@/lib/features/editing/find-records'

const WAIT = 180

/** The places that the form names: people and bodies of these come first. */
export const placesIn = (form: HTMLFormElement | null | undefined): string[] =>
  [...(form?.querySelectorAll<HTMLInputElement>('input[data-type="jurisdictions"]') ?? [])]
    .map(({ value, disabled }) => (disabled ? '' : value))
    .filter(Boolean)

/** Looks records up while somebody types. `found` is null until an answer came. */
export function useRecordSearch(type: string, not: string) {
  const [found, setFound] = useState<Candidate[] | null>(null)
  const asking = useRef<AbortController>(null)
  useEffect(() => () => asking.current?.abort(), [])

  const ask = (words: string, form: HTMLFormElement | null | undefined, wait = WAIT) => {
    asking.current?.abort()
    const { signal } = (asking.current = new AbortController())
    const timer = setTimeout(() => {
      const query = new URLSearchParams([['q', words], ['not', not], ...placesIn(form).map((id) => ['place', id])])
      fetch(`/admin/find/${type}?${query}`, { signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<Candidate[]>) : []))
        .then(setFound)
        // Asked again since, or no connection: what was typed is kept, and looked for when it is saved.
        .catch(() => {})
    }, wait)
    signal.addEventListener('abort', () => clearTimeout(timer))
  }
  const forget = () => {
    asking.current?.abort()
    setFound(null)
  }
  return { found, ask, forget }
}
