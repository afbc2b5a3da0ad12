import type { z } from 'zod'
import type { Transaction } from '@/lib/platform/database/write'

/** The fields that every published record has. */
export type RecordBase = { id: string; path: string; version: number; publishedAt: string; updatedAt: string }

/** The columns that every record table has. A record type's `write` sets them. */
export type BaseColumns = { version: number; path: string; publishedAt: Date; updatedAt: Date }

/** A record to write into its tables. */
export type RecordToWrite<I> = { id: string; base: BaseColumns; input: I }

export type RecordLink = { type: string; id: string }

/** A link as text: "statements/0123456789". */
export const recordKey = ({ type, id }: RecordLink): string => `${type}/${id}`

/** The texts that a record is found by: its names, and its texts in each language. */
export type SearchText = { names: string[]; en: string[]; es: string[] }

/** The definition that the platform needs to validate, publish, read, find and link records of a type. */
export type RecordType<I = unknown, R extends RecordBase = RecordBase> = {
  /** Used in addresses, drafts and revisions: "statements". */
  name: string
  table: string
  /** The input that editors write. Drafts and revisions store it. */
  input: z.ZodType<I>
  /** The schema of the public record. Only its fields are published. */
  record: z.ZodType<R>
  /** Writes the records into their tables. Called once for each version. */
  write: (tx: Transaction, written: readonly RecordToWrite<I>[]) => Promise<void>
  /** Reads the public fields from the tables, without the base fields. */
  read: (tx: Transaction, ids: string[]) => Promise<(Omit<R, keyof RecordBase> & { id: string })[]>
  /** Writes columns that depend on other records. Called with all cards that are written. */
  derive?: (tx: Transaction, cards: readonly R[]) => Promise<unknown>
  /** A record's heading. Its address contains it if the record type has no `path`. */
  title: (record: R) => string
  path?: (input: I) => string
  searchText: (record: R) => SearchText
  /** Names for suggestions while typing. Absent for records without a name. */
  names?: (record: R) => { name: string; weight: number }[]
  /** The records that an input links to. */
  links: (input: I) => RecordLink[]
  /** Linked records that also show this one, such as the record that it supersedes. */
  shownBy?: (input: I) => RecordLink[]
}

/** For record types that are published in small numbers. */
export const oneByOne =
  <I>(write: (tx: Transaction, id: string, base: BaseColumns, input: I) => Promise<void>): RecordType<I>['write'] =>
  async (tx, written) => {
    for (const { id, base, input } of written) await write(tx, id, base, input)
  }

// A registry contains record types with different inputs and records. Within one type, they match each other.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyRecordType = RecordType<any, any>

export type RecordTypes = Readonly<Record<string, AnyRecordType>>
