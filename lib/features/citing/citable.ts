import type { Lang } from '@/lib/platform/i18n/locale'

/** Citation data of a record, a view of a list, or the whole dataset. Days are ISO days. */
export type Citable = {
  kind: 'record' | 'view' | 'dataset'
  /** A short key for reference managers: "ab12cd34ef". */
  id: string
  title: string
  /** The URL of this version. */
  address: string
  /** The day on which this version was published. */
  published: string
  version: string | null
  accessed: string
}

export const AUTHOR = 'Local Record'

/** Formats a citation as one line. Asterisks mark italics, as in "*Title*". */
export type Style = (cited: Citable, lang: Lang) => string

type Months = 'long' | 'short'

const monthsIn = (locale: string) => ({
  long: new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
  short: new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }),
})
const MONTHS = { en: monthsIn('en-US'), es: monthsIn('es-US') }

/** Formats a day for a citation style, in UTC regardless of the reader's time zone. */
export const day = (
  iso: string,
  lang: Lang,
  order: 'month first' | 'day first' | 'year first',
  months: Months,
): string => {
  const [year, name, number] = [iso.slice(0, 4), MONTHS[lang][months].format(new Date(iso)), Number(iso.slice(8))]
  const month = abbreviated(name, months, lang)
  if (lang === 'es')
    return order === 'year first' ? `${year}, ${number} de ${month}` : `${number} de ${month} de ${year}`
  if (order === 'year first') return `${year}, ${month} ${number}`
  return order === 'month first' ? `${month} ${number}, ${year}` : `${number} ${month} ${year}`
}

/** MLA abbreviates all months but May, June and July, with a period. */
const abbreviated = (month: string, months: Months, lang: Lang): string => {
  if (months === 'long' || lang === 'es' || /^(May|Jun|Jul)/.test(month))
    return month.replace(/^Jun$/, 'June').replace(/^Jul$/, 'July')
  return `${month === 'Sep' ? 'Sept' : month}.`
}

/** Ends a title with a period, unless it ends with a punctuation mark. */
export const endWithPeriod = (title: string): string => (/[.?!]["”’)]?$/.test(title) ? title : `${title}.`)
