import type { LocalizedText } from '@/lib/platform/i18n/locale'
import type { Transaction } from '@/lib/platform/database/write'
import type { Entry, Published } from '@/lib/platform/publishing/publish'
import type { Cells } from '@/lib/platform/files/grid'

/** Another reading of a cell. It is used only when an editor chooses it. */
export type Choice = { value: string; label: string }

/** A problem of a cell, and what to do about it. An error excludes the row, a warning does not. */
export type Problem = {
  level: 'error' | 'warning'
  what: LocalizedText
  todo?: LocalizedText
  choices?: readonly Choice[]
}

/** Column → its problems; the empty name is for the row as a whole. */
export type RowProblems = Record<string, Problem[]>

/** A column that an importer reads. `also` lists other headings for it. */
export type ImportColumn = {
  name: string
  label: LocalizedText
  about?: LocalizedText | undefined
  also?: readonly string[]
  required?: boolean
}

/** A value for the whole file that its rows don't contain, such as the date of a list. */
export type ImportOption = {
  name: string
  label: LocalizedText
  about?: LocalizedText
  suggest?: (file: { name: string }) => string
}

/** A row by the importer's column names, with the editor's corrections; `asRead` has the cells that were corrected. */
export type GivenRow = { row: number; cells: Cells; asRead: Cells }

/** An entry created from a row, not yet compared with the published version. */
export type MadeEntry = Pick<Entry, 'type' | 'id' | 'data'>

/** The entries of a row. Each comes after those that it links to. */
export type PlannedRow = { title: string; problems: RowProblems; entries: readonly MadeEntry[] }

export type Given = {
  tx: Transaction
  file: { name: string; sha256: string; sheet: string | null }
  options: Readonly<Record<string, string>>
}

/** Turns the rows of a kind of file into entries. */
export type Importer = {
  kind: string
  label: LocalizedText
  about: LocalizedText
  permission: 'record:import' | 'place:import'
  /** True for the list of a public body, of which an administrator can approve a file. */
  isPublicList?: boolean
  columns: readonly ImportColumn[]
  options?: readonly ImportOption[]
  /** Rows per transaction. */
  chunk?: number
  plan: (rows: readonly GivenRow[], given: Given) => Promise<PlannedRow[]>
  /** Publishes many entries at once; by default they are published one by one. */
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
