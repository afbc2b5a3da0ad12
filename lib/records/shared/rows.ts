import type { Prisma } from '@/lib/platform/database/write'
import type { Text } from '@/lib/platform/i18n/locale'
import { type DateInput, type InexactDate } from './inexact-date'
import { intervalOf } from '@/lib/text/edtf'
import type { PlaceRef, Ref } from './reference'

// Conversions between shared values and their database columns.

const day = (iso: string | null | undefined): Date | null => (iso ? new Date(iso) : null)
const isoDay = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null

/** The four columns of a date: its EDTF form, the source's wording, and the interval in days. */
const dateColumns = (date: DateInput | null) => {
  const interval = date && intervalOf(date.edtf)
  return {
    edtf: date?.edtf ?? null,
    earliest: day(interval?.earliest),
    latest: day(interval?.latest),
    asWritten: date?.asWritten ?? null,
  }
}

export const dateRow = { dateEdtf: true, dateEarliest: true, dateLatest: true, dateAsWritten: true } as const
export const writeDate = (date: DateInput | null) => {
  const { edtf, earliest, latest, asWritten } = dateColumns(date)
  return { dateEdtf: edtf, dateEarliest: earliest, dateLatest: latest, dateAsWritten: asWritten }
}
/** The same columns for rows that are inserted as JSON. */
export const dateCells = (date: DateInput | null) => {
  const interval = date && intervalOf(date.edtf)
  return {
    date_edtf: date?.edtf ?? null,
    date_earliest: interval?.earliest ?? null,
    date_latest: interval?.latest ?? null,
    date_as_written: date?.asWritten ?? null,
  }
}
type DateRow = {
  dateEdtf: string | null
  dateEarliest: Date | null
  dateLatest: Date | null
  dateAsWritten: string | null
}
export const toDate = (row: DateRow): InexactDate | null =>
  row.dateEdtf === null
    ? null
    : {
        edtf: row.dateEdtf,
        earliest: isoDay(row.dateEarliest),
        latest: isoDay(row.dateLatest),
        asWritten: row.dateAsWritten,
      }

export const writeFrom = (date: DateInput | null) => {
  const { edtf, earliest, latest, asWritten } = dateColumns(date)
  return { fromEdtf: edtf, fromEarliest: earliest, fromLatest: latest, fromAsWritten: asWritten }
}
type FromRow = {
  fromEdtf: string | null
  fromEarliest: Date | null
  fromLatest: Date | null
  fromAsWritten: string | null
}
export const toFrom = (row: FromRow) =>
  toDate({
    dateEdtf: row.fromEdtf,
    dateEarliest: row.fromEarliest,
    dateLatest: row.fromLatest,
    dateAsWritten: row.fromAsWritten,
  })

export const writeTo = (date: DateInput | null) => {
  const { edtf, earliest, latest, asWritten } = dateColumns(date)
  return { toEdtf: edtf, toEarliest: earliest, toLatest: latest, toAsWritten: asWritten }
}
type ToRow = { toEdtf: string | null; toEarliest: Date | null; toLatest: Date | null; toAsWritten: string | null }
export const toTo = (row: ToRow) =>
  toDate({
    dateEdtf: row.toEdtf,
    dateEarliest: row.toEarliest,
    dateLatest: row.toLatest,
    dateAsWritten: row.toAsWritten,
  })

export const writeUntil = (date: DateInput | null) => {
  const { edtf, earliest, latest, asWritten } = dateColumns(date)
  return { untilEdtf: edtf, untilEarliest: earliest, untilLatest: latest, untilAsWritten: asWritten }
}
export const writeAsOf = (date: DateInput) => {
  const { earliest, latest, asWritten } = dateColumns(date)
  return { asOfEdtf: date.edtf, asOfEarliest: earliest, asOfLatest: latest, asOfAsWritten: asWritten }
}

export const dayRow = isoDay
export const writeDay = day

/** Casts stored JSON to a text. The public record's schema validates it on output. */
export const toText = (value: Prisma.JsonValue): Text => value as Text
export const toTextOrNull = (value: Prisma.JsonValue | null): Text | null => value as Text | null

export const refRow = { id: true, path: true, name: true } as const
export const toRef = ({ id, path, name }: Ref): Ref => ({ id, path, name })

export const placeRow = { id: true, path: true, fullName: true, usps: true, kind: true } as const
type PlaceRow = { id: string; path: string; fullName: string; usps: string; kind: string }
export const toPlace = ({ fullName, ...row }: PlaceRow): PlaceRef => ({ ...row, name: fullName })

/** Prisma selection of a record without a name of its own; its card's heading is its name. */
export const titledRow = { id: true, path: true, title: true } as const
type TitledRow = { id: string; path: string; title: Prisma.JsonValue }
export const toTitled = ({ id, path, title }: TitledRow): Ref => ({ id, path, name: toText(title).en })
