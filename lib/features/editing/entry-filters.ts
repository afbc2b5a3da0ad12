import { RECORD_TYPE_NAMES, type RecordTypeName } from '@/lib/records/registry'

export const STATES = ['editing', 'in_review', 'scheduled', 'discarded', 'published', 'withdrawn'] as const
export type EntryState = (typeof STATES)[number]

/** The default states: open work. */
export const OPEN: readonly EntryState[] = ['editing', 'in_review', 'scheduled']

export const SORTS = ['newest', 'oldest', 'title'] as const
export type Sort = (typeof SORTS)[number]

/** Filters of the entry list, parsed from its URL. */
export type EntryFilters = {
  types: RecordTypeName[]
  states: EntryState[]
  /** An account's id. */
  author: string
  text: string
  /** A day: "2026-11-22". */
  since: string
  sort: Sort
  page: number
}

type Given = Record<string, string | string[] | undefined>

/** Ignores invalid values. */
export const readEntryFilters = (given: Given): EntryFilters => {
  const many = <T extends string>(name: string, known: readonly T[]): T[] => {
    const values = [given[name] ?? []].flat().flatMap((one) => one.split(','))
    return known.filter((one) => values.includes(one))
  }
  const one = (name: string, form: RegExp): string => {
    const value = [given[name] ?? []].flat()[0]?.trim() ?? ''
    return form.test(value) ? value : ''
  }
  return {
    types: many('type', RECORD_TYPE_NAMES),
    states: many('state', STATES),
    author: one('author', /^[\w-]{1,64}$/),
    text: one('text', /^[^\0]{1,200}$/),
    since: realDay(one('since', /^\d{4}-\d{2}-\d{2}$/)),
    sort: many('sort', SORTS)[0] ?? 'newest',
    page: Math.max(1, Number(one('page', /^[1-9]\d{0,3}$/) || 1)),
  }
}

/** Builds the URL of a list, without default values. */
export const entriesPath = (filters: Partial<EntryFilters>): string => {
  const { types = [], states = [], author, text, since, sort, page } = filters
  const query = new URLSearchParams()
  for (const type of types) query.append('type', type)
  for (const state of states) query.append('state', state)
  if (author) query.set('author', author)
  if (text) query.set('text', text)
  if (since) query.set('since', since)
  if (sort && sort !== 'newest') query.set('sort', sort)
  if (page && page > 1) query.set('page', String(page))
  return query.size ? `/admin/entries?${query}` : '/admin/entries'
}

/** Validates a calendar day: "2026-02-31" is well-formed but invalid. */
const realDay = (text: string): string => {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text ? text : ''
}
