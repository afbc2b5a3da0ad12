import { z } from 'zod'
import type { ImportColumn } from './importer'
import type { Cells } from '@/lib/platform/files/grid'

/** How a batch is read: which sheet, which heading stands for which column, and what an editor corrected. */
export const Mapping = z.object({
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  headings: z.array(z.string()),
  /** Rows without any text, which were left out. */
  blank: z.int(),
  /** The importer's column → the heading in the file. */
  columns: z.record(z.string(), z.string()),
  options: z.record(z.string(), z.string()),
  /** Row → column → what stands in the cell's place. */
  corrections: z.record(z.string(), z.record(z.string(), z.string())),
  /** Who had it checked, imported or undone: as whom the work in the background goes on. */
  actorId: z.string().optional(),
})
export type Mapping = z.infer<typeof Mapping>

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Which heading stands for which column, as far as their names say: by code, label in either language, or known name. */
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

/** A row's cells by column, with what an editor put in their place; and the cells that it replaced. */
export const applyMapping = (
  { columns, corrections }: Pick<Mapping, 'columns' | 'corrections'>,
  row: number,
  raw: Cells,
): { cells: Cells; asRead: Cells } => {
  const read = Object.entries(columns).flatMap(([name, heading]) => {
    const text = raw[heading]
    return text === undefined ? [] : [[name, text] as const]
  })
  const cells: Record<string, string> = Object.fromEntries(read)
  const corrected = corrections[row] ?? {}
  const asRead = Object.fromEntries(Object.keys(corrected).map((name) => [name, cells[name] ?? '']))
  return { cells: { ...cells, ...corrected }, asRead }
}
