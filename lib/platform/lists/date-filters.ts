import { z } from 'zod'
import { type Sql, identifier, sql } from '@/lib/platform/database/sql'
import type { Filter, ParameterValues, Issue } from './filter'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import { formatIsoDate, fillPlaceholder } from '@/lib/platform/i18n/phrases'
import { localizedText, translator } from '@/lib/platform/i18n/translate'

/**
 * A range of dates, each a day, month or year; either end may be open. An inexact date matches if it is certainly in the
 * range; with `possible`, also if it may be.
 */
export type DateRange = { from?: string; to?: string; possible?: true }

const DATE_PART = /^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const NOT_A_DATE: LocalizedText = localizedText('issue.date')
const WRONG_ORDER: LocalizedText = localizedText('issue.dateOrder')

/** The first or last day of a day, month or year as an ISO date; null for a date that is not in the calendar. */
export const boundaryOf = (text: string, edge: 'first' | 'last'): string | null => {
  if (!DATE_PART.test(text)) return null
  const [year, month, day] = text.split('-').map(Number) as [number, number?, number?]
  const date =
    edge === 'first' || day
      ? new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
      : new Date(Date.UTC(year, month ?? 12, 0))
  const iso = date.toISOString().slice(0, 10)
  return iso.startsWith(text) ? iso : null
}

/** A date parameter: 2025-01-22, 2025-01 or 2025. */
export const DatePart = z.string().regex(DATE_PART)

const parseDate = (valuesOf: ParameterValues, param: string): { date?: string; issues: Issue[] } => {
  const [text] = valuesOf(param)
  if (text === undefined) return { issues: [] }
  if (boundaryOf(text, 'first')) return { date: text, issues: [] }
  return { issues: [{ param, value: text.slice(0, 40), message: NOT_A_DATE }] }
}

type RangeSpec = {
  label: LocalizedText
  about: LocalizedText
  from?: string
  to?: string
  /** A query of `id`, `edtf`, `earliest`, `latest` with a row per date; or the columns of a record's single date. */
  dates: Sql | DateColumnGroup
}

/** The prefix "date" stands for the columns date_edtf, date_earliest and date_latest. */
type DateColumnGroup = { table: string; prefix: string }

type DateColumns = Record<'edtf' | 'earliest' | 'latest', Sql>

const columnsOf = (prefix: string): DateColumns => ({
  edtf: identifier(`${prefix}_edtf`),
  earliest: identifier(`${prefix}_earliest`),
  latest: identifier(`${prefix}_latest`),
})

const DATED_COLUMNS: DateColumns = { edtf: sql`dated.edtf`, earliest: sql`dated.earliest`, latest: sql`dated.latest` }

const datesQuery = ({ table, prefix }: DateColumnGroup): Sql => {
  const { edtf, earliest, latest } = columnsOf(prefix)
  return sql`SELECT id, ${edtf} AS edtf, ${earliest} AS earliest, ${latest} AS latest FROM ${identifier(table)}`
}

const POSSIBLE = 'possible'
/** A from/to filter. An inexact date matches when its whole interval is in the range. */
export const dateRangeFilter = ({
  label,
  about,
  from = 'from',
  to = 'to',
  dates: source,
}: RangeSpec): Filter<DateRange> => {
  const ownColumns = 'table' in source ? columnsOf(source.prefix) : null
  const dates = 'table' in source ? datesQuery(source) : source
  return {
    label,
    parameters: [
      {
        name: from,
        about: localizedText('dateFilter.firstDay', { about }),
        schema: DatePart,
        many: false,
      },
      {
        name: to,
        about: localizedText('dateFilter.lastDay', { about }),
        schema: DatePart,
        many: false,
      },
      {
        name: POSSIBLE,
        about: localizedText('dateFilter.possibleAbout'),
        schema: z.enum(['yes']),
        many: false,
      },
    ],
    control: { kind: 'dates', from, to, possible: { name: POSSIBLE, label: localizedText('dateFilter.possible') } },
    parse: (valuesOf) => {
      const [start, end] = [parseDate(valuesOf, from), parseDate(valuesOf, to)]
      const wrong = valuesOf(POSSIBLE).filter((text) => text !== 'yes')
      const issues = [
        ...start.issues,
        ...end.issues,
        ...wrong.map((text) => ({
          param: POSSIBLE,
          value: text.slice(0, 40),
          message: localizedText('issue.onlyYes'),
        })),
      ]
      const possible = valuesOf(POSSIBLE).includes('yes') && { possible: true as const }
      if (start.date && end.date && boundaryOf(start.date, 'first')! > boundaryOf(end.date, 'last')!)
        return { value: undefined, issues: [...issues, { param: to, value: end.date, message: WRONG_ORDER }] }
      const value = { ...(start.date && { from: start.date }), ...(end.date && { to: end.date }), ...possible }
      return { value: start.date || end.date ? value : undefined, issues }
    },
    serialize: (range) => [
      ...(range.from ? [[from, range.from] as [string, string]] : []),
      ...(range.to ? [[to, range.to] as [string, string]] : []),
      ...(range.possible ? [[POSSIBLE, 'yes'] as [string, string]] : []),
    ],
    dates,
    dimensions: [{ dates }],
    criteria: (range) => ({ dimension: { dates }, range }),
    where: (range) =>
      ownColumns
        ? matches(range, ownColumns)
        : sql`id IN (SELECT dated.id FROM (${dates}) dated WHERE ${matches(range)})`,
    describe: (range, lang) => describeRange(range, lang) + possibly(range, lang),
    chips: (range, lang) => [
      ...(range.from
        ? [
            {
              label: `${translator(lang)('dateFilter.from')}: ${formatIsoDate(range.from, lang)}${possibly(range, lang)}`,
              without: range.to ? { ...range, from: undefined } : undefined,
            },
          ]
        : []),
      ...(range.to
        ? [
            {
              label: `${translator(lang)('dateFilter.to')}: ${formatIsoDate(range.to, lang)}${possibly(range, lang)}`,
              without: range.from ? { ...range, to: undefined } : undefined,
            },
          ]
        : []),
    ],
    codes: () => [],
  }
}

const possibly = ({ possible }: DateRange, lang: Lang): string =>
  possible ? translator(lang)('dateFilter.possibly') : ''

const describeRange = (range: DateRange, lang: Lang): string => {
  const [first, last] = [range.from && formatIsoDate(range.from, lang), range.to && formatIsoDate(range.to, lang)]
  const t = translator(lang)
  if (first && last)
    return first === last ? t('dateFilter.in', { day: first }) : t('dateFilter.between', { first, last })
  return first ? t('dateFilter.since', { day: first }) : t('dateFilter.until', { day: last! })
}

/** SQL condition: a date is in the range, with certainty or possibly. A NULL end is open; a missing date never matches. */
const matches = ({ from, to, possible }: DateRange, { edtf, earliest, latest } = DATED_COLUMNS): Sql => {
  const first = sql`${(from && boundaryOf(from, 'first')) ?? '-infinity'}::date`
  const last = sql`${(to && boundaryOf(to, 'last')) ?? 'infinity'}::date`
  const [begin, end] = [sql`coalesce(${earliest}, '-infinity'::date)`, sql`coalesce(${latest}, 'infinity'::date)`]
  return possible
    ? sql`(${edtf} IS NOT NULL AND ${end} >= ${first} AND ${begin} <= ${last})`
    : sql`(${edtf} IS NOT NULL AND ${begin} >= ${first} AND ${end} <= ${last})`
}

type DaySpec = {
  /** A day column, when the filter means "on or after": the facet index can then resolve it. */
  since?: Sql
  name: string
  label: LocalizedText
  about: LocalizedText
  phrase: LocalizedText
  where: (day: string) => Sql
}

/** A filter by one day, such as "updated since" or "in force on". */
export const dayFilter = ({ name, label, about, phrase, where, since }: DaySpec): Filter<string> => ({
  label,
  parameters: [{ name, about, schema: DatePart, many: false }],
  control: { kind: 'day', name },
  parse: (valuesOf) => {
    const { date, issues } = parseDate(valuesOf, name)
    return { value: date, issues }
  },
  serialize: (day) => [[name, day]],
  ...(since
    ? { dimensions: [{ day: since }], criteria: (day: string) => ({ dimension: { day: since }, range: { from: day } }) }
    : { resolvedBySql: true }),
  where: (day) => where(boundaryOf(day, 'first')!),
  describe: (day, lang) => fillPlaceholder(phrase, lang, formatIsoDate(day, lang)),
  chips: (day, lang) => [{ label: `${label[lang]}: ${formatIsoDate(day, lang)}`, without: undefined }],
  codes: () => [],
})

export const updatedSince = (): Filter<string> =>
  dayFilter({
    name: 'since',
    label: localizedText('dateFilter.updatedSince'),
    about: localizedText('dateFilter.updatedSinceAbout'),
    phrase: localizedText('dateFilter.updatedSincePhrase', { day: '{}' }),
    where: (day) => sql`updated_at >= ${day}::date`,
    since: sql`updated_at::date`,
  })
