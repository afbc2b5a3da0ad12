import { z } from 'zod'
import { type Sql, identifier as column, sql } from '@/lib/platform/database/sql'
import type { Filter, ParameterValues, Issue } from './filter'
import type { LocalizedText } from '@/lib/platform/i18n/locale'
import { formatIsoDate, fillPlaceholder } from '@/lib/platform/i18n/phrases'

/** Days, months or years; either end may be open. */
export type Span = { from?: string; to?: string }

const FORM = /^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const NOT_A_DATE: LocalizedText = {
  en: 'This is no date. Write 2025-01-22, 2025-01 or 2025.',
  es: 'Esto no es una fecha. Escriba 2025-01-22, 2025-01 o 2025.',
}
const WRONG_ORDER: LocalizedText = { en: 'The end is before the beginning.', es: 'El final es anterior al comienzo.' }

/** The first or last day of a day, month or year; null when the calendar has no such day. */
export const boundaryOf = (text: string, edge: 'first' | 'last'): string | null => {
  if (!FORM.test(text)) return null
  const [year, month, day] = text.split('-').map(Number) as [number, number?, number?]
  const date =
    edge === 'first' || day
      ? new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
      : new Date(Date.UTC(year, month ?? 12, 0))
  const iso = date.toISOString().slice(0, 10)
  return iso.startsWith(text) ? iso : null
}

/** A date as filters take it: a day, a month or a year. */
export const DatePart = z.string().regex(FORM)

const readDate = (given: ParameterValues, param: string): { date?: string; issues: Issue[] } => {
  const [text] = given(param)
  if (text === undefined) return { issues: [] }
  if (boundaryOf(text, 'first')) return { date: text, issues: [] }
  return { issues: [{ param, value: text.slice(0, 40), message: NOT_A_DATE }] }
}

type RangeSpec = {
  label: LocalizedText
  about: LocalizedText
  from?: string
  to?: string
  /** A row for each date of a record: id, edtf, earliest, latest; or where a record's one date stands in its own row. */
  dates: Sql | OwnDate
}

/** "date" for date_edtf, date_earliest and date_latest. */
type OwnDate = { table: string; prefix: string }

type DateColumns = Record<'edtf' | 'earliest' | 'latest', Sql>

const columnsOf = (prefix: string): DateColumns => ({
  edtf: column(`${prefix}_edtf`),
  earliest: column(`${prefix}_earliest`),
  latest: column(`${prefix}_latest`),
})

const DATED: DateColumns = { edtf: sql`dated.edtf`, earliest: sql`dated.earliest`, latest: sql`dated.latest` }

const rowsOf = ({ table, prefix }: OwnDate): Sql => {
  const { edtf, earliest, latest } = columnsOf(prefix)
  return sql`SELECT id, ${edtf} AS edtf, ${earliest} AS earliest, ${latest} AS latest FROM ${column(table)}`
}

/** What may have happened within the range: a date that is not exact counts when it shares a day with it. */
export const dateRange = ({ label, about, from = 'from', to = 'to', dates: given }: RangeSpec): Filter<Span> => {
  const own = 'table' in given ? given : null
  const dates = 'table' in given ? rowsOf(given) : given
  return {
    label,
    parameters: [
      {
        name: from,
        about: { en: `${about.en} First day.`, es: `${about.es} Primer día.` },
        schema: DatePart,
        many: false,
      },
      {
        name: to,
        about: { en: `${about.en} Last day.`, es: `${about.es} Último día.` },
        schema: DatePart,
        many: false,
      },
    ],
    control: { kind: 'dates', from, to },
    read: (given) => {
      const [start, end] = [readDate(given, from), readDate(given, to)]
      const issues = [...start.issues, ...end.issues]
      if (start.date && end.date && boundaryOf(start.date, 'first')! > boundaryOf(end.date, 'last')!)
        return { value: undefined, issues: [...issues, { param: to, value: end.date, message: WRONG_ORDER }] }
      const value = { ...(start.date && { from: start.date }), ...(end.date && { to: end.date }) }
      return { value: start.date || end.date ? value : undefined, issues }
    },
    write: (span) => [
      ...(span.from ? [[from, span.from] as [string, string]] : []),
      ...(span.to ? [[to, span.to] as [string, string]] : []),
    ],
    dates,
    dimensions: [{ dates }],
    criteria: (span) => ({ dimension: { dates }, span }),
    where: (span) =>
      own
        ? overlapping(span, columnsOf(own.prefix))
        : sql`id IN (SELECT dated.id FROM (${dates}) dated WHERE ${overlapping(span)})`,
    describe: (span, lang) => {
      const [first, last] = [span.from && formatIsoDate(span.from, lang), span.to && formatIsoDate(span.to, lang)]
      if (first && last)
        return first === last ? (lang === 'en' ? `, in ${first}` : `, en ${first}`) : between(first, last, lang)
      if (first) return lang === 'en' ? `, since ${first}` : `, desde ${first}`
      return lang === 'en' ? `, until ${last}` : `, hasta ${last}`
    },
    chips: (span, lang) => [
      ...(span.from
        ? [
            {
              label: `${lang === 'en' ? 'From' : 'Desde'}: ${formatIsoDate(span.from, lang)}`,
              without: span.to ? { to: span.to } : undefined,
            },
          ]
        : []),
      ...(span.to
        ? [
            {
              label: `${lang === 'en' ? 'To' : 'Hasta'}: ${formatIsoDate(span.to, lang)}`,
              without: span.from ? { from: span.from } : undefined,
            },
          ]
        : []),
    ],
    codes: () => [],
  }
}

const between = (first: string, last: string, lang: 'en' | 'es') =>
  lang === 'en' ? `, from ${first} to ${last}` : `, de ${first} a ${last}`

/** A date (of `dated`) that shares a day with the span. An unknown end reaches without limit; no date shares none. */
export const overlapping = ({ from, to }: Span, { edtf, earliest, latest } = DATED): Sql => sql`(
  ${edtf} IS NOT NULL
  AND coalesce(${latest}, 'infinity'::date) >= ${(from && boundaryOf(from, 'first')) ?? '-infinity'}::date
  AND coalesce(${earliest}, '-infinity'::date) <= ${(to && boundaryOf(to, 'last')) ?? 'infinity'}::date)`

/** How exact a date (`dated`) is. */
export const PRECISION = sql`CASE WHEN dated.edtf LIKE '%/%' THEN 'interval' WHEN length(dated.edtf) >= 10 THEN 'day'
  WHEN length(dated.edtf) >= 7 THEN 'month' ELSE 'year' END`

type DaySpec = {
  /** The day that is asked for from this one on, where no more is asked than that. */
  since?: Sql
  name: string
  label: LocalizedText
  about: LocalizedText
  phrase: LocalizedText
  where: (day: string) => Sql
}

/** One moment: entries changed since then, what applied on that day. */
export const dayFilter = ({ name, label, about, phrase, where, since }: DaySpec): Filter<string> => ({
  label,
  parameters: [{ name, about, schema: DatePart, many: false }],
  control: { kind: 'day', name },
  read: (given) => {
    const { date, issues } = readDate(given, name)
    return { value: date, issues }
  },
  write: (day) => [[name, day]],
  ...(since
    ? { dimensions: [{ day: since }], criteria: (day: string) => ({ dimension: { day: since }, span: { from: day } }) }
    : { resolvedBySql: true }),
  where: (day) => where(boundaryOf(day, 'first')!),
  describe: (day, lang) => fillPlaceholder(phrase, lang, formatIsoDate(day, lang)),
  chips: (day, lang) => [{ label: `${label[lang]}: ${formatIsoDate(day, lang)}`, without: undefined }],
  codes: () => [],
})

/** Entries that were published or changed since a day. */
export const updatedSince = (): Filter<string> =>
  dayFilter({
    name: 'since',
    label: { en: 'Updated since', es: 'Actualizada desde' },
    about: {
      en: 'Entries published or changed since this day.',
      es: 'Entradas publicadas o modificadas desde ese día.',
    },
    phrase: { en: ', updated since {}', es: ', con cambios desde {}' },
    where: (day) => sql`updated_at >= ${day}::date`,
    since: sql`updated_at::date`,
  })
