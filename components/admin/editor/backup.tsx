'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { type EditorMessages, fillPlaceholders } from './fill-placeholders'

type Backup = { at: string; basedOn: number; entries: [string, string][] }

const DEBOUNCE_MS = 300

const entriesOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form).entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))

/** Serialized entries for comparison, without the save number. */
const serialize = (entries: [string, string][]): string =>
  JSON.stringify(
    entries.filter(([name]) => name !== '~save').map(([name, value]) => [name, value.replace(/\r\n?/g, '\n')]),
  )

const read = (key: string): Backup | null => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Backup | null
  } catch {
    return null
  }
}

/** Backs up typed values to localStorage until the server has saved them, so that a crash loses nothing. */
export function useBackup(id: string, form: RefObject<HTMLFormElement | null>, basedOn: number, isSaved: boolean) {
  const key = `local-record/${id}`
  const [stored, setStored] = useState<Backup | null>(null)
  const isTouched = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const backup = read(key)
    if (!backup || !form.current) return
    if (serialize(backup.entries) === serialize(entriesOf(form.current))) localStorage.removeItem(key)
    else queueMicrotask(() => setStored(backup))
  }, [key, form])

  const keep = useCallback(() => {
    isTouched.current = true
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (!form.current) return
      const backup: Backup = { at: new Date().toISOString(), basedOn, entries: entriesOf(form.current) }
      try {
        localStorage.setItem(key, JSON.stringify(backup))
      } catch {
        // Storage is unavailable or full; the form still has the values.
      }
    }, DEBOUNCE_MS)
  }, [key, form, basedOn])

  useEffect(() => {
    if (!isSaved || stored || !isTouched.current) return
    clearTimeout(timer.current)
    localStorage.removeItem(key)
  }, [isSaved, stored, key])

  const drop = () => {
    localStorage.removeItem(key)
    setStored(null)
  }
  return { stored, keep, drop }
}

type Props = { id: string; messages: EditorMessages; backup: Backup; drop: () => void }

/**
 * Offers to restore values that never reached the server. They are saved like any other save, so conflicts are set
 * aside.
 */
export const BackupOffer = ({ id, messages, backup, drop }: Props) => {
  const restore = async () => {
    const body = new FormData()
    for (const [name, value] of backup.entries) body.append(name, value)
    body.set('~save', String(backup.basedOn))
    const headers = { Accept: 'application/json' }
    const answer = await fetch(`/admin/entries/${id}/save`, { method: 'POST', body, headers }).catch(() => null)
    if (!answer?.ok) return
    drop()
    const { aside } = (await answer.json()) as { aside: string | null }
    location.assign(aside ? `/admin/entries/${id}/compare` : `/admin/entries/${id}`)
  }
  return (
    <div className="notice" role="status">
      <p>{fillPlaceholders(messages.backup, { when: new Date(backup.at).toLocaleString() })}</p>
      <p className="inline-list">
        <button type="button" className="button-plain" onClick={() => void restore()}>
          {messages.backupRestore}
        </button>
        <button type="button" className="link-button" onClick={drop}>
          {messages.backupDrop}
        </button>
      </p>
    </div>
  )
}
