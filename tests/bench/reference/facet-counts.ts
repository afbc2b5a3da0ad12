import { filtersOf } from './lists'
import type { Ask } from './server'

type Code = { number: number; facet: string; code: string }
export type Option = { facet: string; code: string; count: number }

/** The maximum number of options per facet. */
const MAX_OPTIONS = 300

/**
 * All facet counts from memory, written for this query alone: the codes of each row in one array, and the rows of each
 * code in another. It supports no updates.
 */
export async function referenceFacetCounts(ask: Ask): Promise<(params: URLSearchParams) => Option[]> {
  const codes = await ask<Code>('', `SELECT number, facet, code FROM reference.code ORDER BY number`, [])
  const listed = await ask<{ tags: number[] }>('', `SELECT tags FROM reference.listed WHERE NOT represents`, [])
  const numbers = new Map(codes.map(({ number, facet, code }) => [`${facet} ${code}`, number]))
  const facets = [...new Set(codes.map(({ facet }) => facet))]
  const ofFacet = facets.map((name) => codes.filter(({ facet }) => facet === name))
  const own = grouped(listed.map(({ tags }) => tags))
  const holding = grouped(byCode(listed, codes.length + 1))

  /** The rows with any of the codes. */
  const having = (facet: string, asked: readonly string[]): Uint8Array => {
    const rows = new Uint8Array(listed.length)
    for (const code of asked) {
      const number = numbers.get(`${facet} ${code}`)
      if (number === undefined) continue
      for (let at = holding.starts[number]!; at < holding.starts[number + 1]!; at++) rows[holding.items[at]!] = 1
    }
    return rows
  }

  const counted = (sets: readonly Uint8Array[]): Int32Array => {
    const counts = new Int32Array(codes.length + 1)
    for (let row = 0; row < listed.length; row++)
      if (sets.every((set) => set[row]))
        for (let at = own.starts[row]!; at < own.starts[row + 1]!; at++) counts[own.items[at]!]!++
    return counts
  }

  return (params) => {
    const filters = Object.entries(filtersOf(params)).map(([facet, asked]) => ({ facet, rows: having(facet, asked) }))
    const all = counted(filters.map(({ rows }) => rows))
    return facets.flatMap((name, at) => {
      const isAsked = filters.some(({ facet }) => facet === name)
      const counts = isAsked ? counted(filters.filter(({ facet }) => facet !== name).map(({ rows }) => rows)) : all
      return ofFacet[at]!.map(({ number, facet, code }) => ({ facet, code, count: counts[number]! }))
        .filter(({ count }) => count > 0)
        .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
        .slice(0, MAX_OPTIONS)
    })
  }
}

type Grouped = { starts: Int32Array; items: Int32Array }

/** Concatenates lists, and returns where each begins. */
const grouped = (lists: readonly (readonly number[])[]): Grouped => {
  const starts = new Int32Array(lists.length + 1)
  for (const [at, list] of lists.entries()) starts[at + 1] = starts[at]! + list.length
  const items = new Int32Array(starts[lists.length]!)
  for (const [at, list] of lists.entries()) items.set(list, starts[at])
  return { starts, items }
}

const byCode = (listed: readonly { tags: number[] }[], size: number): number[][] => {
  const rows = Array.from({ length: size }, (): number[] => [])
  for (const [row, { tags }] of listed.entries()) for (const tag of tags) rows[tag]!.push(row)
  return rows
}
