import type { LocalizedText } from '@/lib/platform/i18n/locale'
import type { Transaction } from '@/lib/platform/database/write'
import type { Entry, Published } from '@/lib/platform/publishing/publish'
import type { Cells } from '@/lib/platform/files/grid'

/** What else a cell could mean. Nothing is put in its place until an editor chooses it. */
export type Choice = { value: string; label: string }

/** What is wrong with a cell or unusual about it, and what to do. An error keeps the row out, a warning does not. */
export type Problem = {
  level: 'error' | 'warning'
  what: LocalizedText
  todo?: LocalizedText
  choices?: readonly Choice[]
}

/** Column → its problems; the empty name is for the row as a whole. */
export type RowProblems = Record<string, Problem[]>

/** A column that an importer reads, with the headings that it goes by. */
export type ImportColumn = {
  name: string
  label: LocalizedText
  about?: LocalizedText | undefined
  also?: readonly string[]
  required?: boolean
}

/** Something about the whole file that its rows don't say: the date of a list, its address. */
export type ImportOption = {
  name: string
  label: LocalizedText
  about?: LocalizedText
  suggest?: (file: { name: string }) => string
}

/** A row by the importer's column names, with the editor's corrections; `asRead` has the cells that were corrected. */
export type GivenRow = { row: number; cells: Cells; asRead: Cells }

/** An entry that a row makes; whether it is new or changes something is found by comparing. */
export type MadeEntry = Pick<Entry, 'type' | 'id' | 'data'>

/** What a row makes, each entry after those that it names. */
export type PlannedRow = { title: string; problems: RowProblems; entries: readonly MadeEntry[] }

export type Given = {
  tx: Transaction
  file: { name: string; sha256: string; sheet: string | null }
  options: Readonly<Record<string, string>>
}

/** A way to read a file as entries. */
export type Importer = {
  kind: string
  label: LocalizedText
  about: LocalizedText
  permission: 'record:import' | 'place:import'
  columns: readonly ImportColumn[]
  options?: readonly ImportOption[]
  /** So many rows go into one transaction. */
  chunk?: number
  plan: (rows: readonly GivenRow[], given: Given) => Promise<PlannedRow[]>
  /** A faster way to publish entries of these record types; otherwise it is done one by one. */
  publish?: (tx: Transaction, byId: string, entries: Entry[]) => Promise<Published[]>
}

export type Importers = Readonly<Record<string, Importer>>

export const error = (what: LocalizedText, todo?: LocalizedText, choices?: readonly Choice[]): Problem => ({
  level: 'error',
  what,
  ...(todo && { todo }),
  ...(choices?.length && { choices }),
})

export const warning = (what: LocalizedText): Problem => ({ level: 'warning', what })

export const isRefused = (problems: RowProblems): boolean =>
  Object.values(problems).some((of) => of.some(({ level }) => level === 'error'))
