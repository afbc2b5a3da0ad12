'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { type EditorMessages, fillPlaceholders } from './fill-placeholders'

type Kept = { at: string; basedOn: number; entries: [string, string][] }

const WAIT = 300

const entriesOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form).entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))

/** What was written, without what the page itself carries along. */
const written = (entries: [string, string][]): string =>
  JSON.stringify(
    entries.filter(([name]) => name !== '~save').map(([name, value]) => [name, value.replace(/\r\n?/g, '\n')]),
  )

const read = (key: string): Kept | null => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

/** Keeps what is typed in this browser until the server has it, so that a crash loses nothing. */
export function useBackup(id: string, form: RefObject<HTMLFormElement | null>, basedOn: number, isSaved: boolean) {
  const key = `local-record/${id}`
  const [found, setFound] = useState<Kept | null>(null)
  const isTouched = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const kept = read(key)
    if (!kept || !form.current) return
    if (written(kept.entries) === written(entriesOf(form.current))) localStorage.removeItem(key)
    else queueMicrotask(() => setFound(kept))
  }, [key, form])

  const keep = useCallback(() => {
    isTouched.current = true
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (!form.current) return
      const kept: Kept = { at: new Date().toISOString(), basedOn, entries: entriesOf(form.current) }
      try {
        localStorage.setItem(key, JSON.stringify(kept))
      } catch {
        // A browser that keeps nothing: the form still has it.
      }
    }, WAIT)
  }, [key, form, basedOn])

  useEffect(() => {
    if (!isSaved || found || !isTouched.current) return
    clearTimeout(timer.current)
    localStorage.removeItem(key)
  }, [isSaved, found, key])

  const drop = () => {
    localStorage.removeItem(key)
    setFound(null)
  }
  return { found, keep, drop }
}

type Props = { id: string; words: EditorMessages; found: Kept; drop: () => void }

/** Offers what was typed here and never reached the server. It goes in as any other save: nothing newer is overwritten. */
export const BackupOffer = ({ id, words, found, drop }: Props) => {
  const bring = async () => {
    const body = new FormData()
    for (const [name, value] of found.entries) body.append(name, value)
    body.set('~save', String(found.basedOn))
    const headers = { Accept: 'application/json' }
    const answer = await fetch(`/admin/entries/${id}/save`, { method: 'POST', body, headers }).catch(() => null)
    if (!answer?.ok) return
    drop()
    const { aside } = (await answer.json()) as { aside: string | null }
    location.assign(aside ? `/admin/entries/${id}/compare` : `/admin/entries/${id}`)
  }
  return (
    <div className="notice" role="status">
      <p>{fillPlaceholders(words.backup, { when: new Date(found.at).toLocaleString() })}</p>
      <p className="inline-list">
        <button type="button" className="button-plain" onClick={() => void bring()}>
          {words.backupRestore}
        </button>
        <button type="button" className="link-button" onClick={drop}>
          {words.backupDrop}
        </button>
      </p>
    </div>
  )
}
