import { z } from 'zod'
import { cleanText } from '@/lib/platform/text/clean-text'
import type { ImportColumn } from './importer'
import type { Cells } from '@/lib/platform/files/grid'

/** The settings for reading a batch: the sheet, the columns by heading, and an editor's corrections. */
export const Mapping = z.object({
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  /** The sheet that was read before anybody chose one. */
  firstSheet: z.string().nullable().optional(),
  headings: z.array(z.string()),
  /** The number of rows skipped because they contain no text. */
  blank: z.int(),
  /** The importer's column → the heading in the file. */
  columns: z.record(z.string(), z.string()),
  options: z.record(z.string(), z.string()),
  /** Row → column → the corrected value. */
  corrections: z.record(z.string(), z.record(z.string(), z.string())),
  /** The person in whose name background work continues, and the check of the rows that was on their screen. */
  actorId: z.string().optional(),
  seenChecks: z.int().optional(),
})
export type Mapping = z.infer<typeof Mapping>

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Matches headings to columns by code, by label in either language, or by another known heading. */
export const suggestColumns = (
  columns: readonly ImportColumn[],
  headings: readonly string[],
): Record<string, string> => {
  const left = new Map(headings.map((heading) => [folded(heading), heading]))
  const found: Record<string, string> = {}
  const take = (name: string, words: string) => {
    const heading = left.get(folded(words))
    if (found[name] !== undefined || heading === undefined) return
    found[name] = heading
    left.delete(folded(words))
  }
  for (const { name } of columns) take(name, name)
  for (const { name, label, also = [] } of columns) for (const words of [...also, label.en, label.es]) take(name, words)
  return found
}

/** Columns that hold a source's own words, which keep characters that can't be seen. */
const SOURCE_WORDS = /(^|_)(source_words|wording)$/

/** A row's cells by column with an editor's corrections, and the cells that were replaced (`asRead`). */
export const applyMapping = (
  { columns, corrections }: Pick<Mapping, 'columns' | 'corrections'>,
  row: number,
  raw: Cells,
): { cells: Cells; asRead: Cells } => {
  const read = Object.entries(columns).flatMap(([name, heading]) => {
    const text = raw[heading]
    const cleaned = text && (SOURCE_WORDS.test(name) ? text : cleanText(text).trim())
    return cleaned ? [[name, cleaned] as const] : []
  })
  const cells: Record<string, string> = Object.fromEntries(read)
  const corrected = corrections[row] ?? {}
  const asRead = Object.fromEntries(Object.keys(corrected).map((name) => [name, cells[name] ?? '']))
  return { cells: { ...cells, ...corrected }, asRead }
}
