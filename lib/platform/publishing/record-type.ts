import type { z } from 'zod'
import type { Transaction } from '@/lib/platform/database/write'

/** What every published record has beside its own fields. */
export type RecordBase = { id: string; path: string; version: number; publishedAt: string; updatedAt: string }

/** The columns that every record table has, as a record type's `write` sets them. */
export type BaseColumns = { version: number; path: string; publishedAt: Date; updatedAt: Date }

/** A record as it is to be in its tables. */
export type RecordToWrite<I> = { id: string; base: BaseColumns; input: I }

export type RecordLink = { type: string; id: string }

/** A record as one text: "statements/0123456789". */
export const recordKey = ({ type, id }: RecordLink): string => `${type}/${id}`

/** Words to find a record by: its names as they are, and its texts in each language. */
export type SearchText = { names: string[]; en: string[]; es: string[] }

/** A kind of record, as the platform sees it: enough to check, publish, read back, find and link it. */
export type RecordType<I = unknown, R extends RecordBase = RecordBase> = {
  /** In addresses, drafts and the history: "statements". */
  name: string
  table: string
  /** What editors write; what drafts and revisions hold. */
  input: z.ZodType<I>
  /** The public record: the allow-list of what leaves. */
  record: z.ZodType<R>
  /** Writes the records' own tables anew; called once for each version. */
  write: (tx: Transaction, written: readonly RecordToWrite<I>[]) => Promise<void>
  /** Reads the public fields back, with what they say of other records; the base fields are added. */
  read: (tx: Transaction, ids: string[]) => Promise<(Omit<R, keyof RecordBase> & { id: string })[]>
  /** Writes what tables say of other records as the cards do; called with all cards that are written. */
  derive?: (tx: Transaction, cards: readonly R[]) => Promise<unknown>
  /** A record's heading; its address is made of it where the record type has no `path`. */
  title: (record: R) => string
  path?: (input: I) => string
  searchText: (record: R) => SearchText
  /** Names to find the record by as one types; none for records that have no name. */
  names?: (record: R) => { name: string; weight: number }[]
  /** The records that an input names. */
  links: (input: I) => RecordLink[]
  /** Records that show this one although it is this one that names them (what it supersedes). */
  shownBy?: (input: I) => RecordLink[]
}

/** For record types whose records come few at a time. */
export const oneByOne =
  <I>(write: (tx: Transaction, id: string, base: BaseColumns, input: I) => Promise<void>): RecordType<I>['write'] =>
  async (tx, written) => {
    for (const { id, base, input } of written) await write(tx, id, base, input)
  }

// A registry holds record types of many kinds; inside one, input and record fit each other.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyRecordType = RecordType<any, any>

export type RecordTypes = Readonly<Record<string, AnyRecordType>>
