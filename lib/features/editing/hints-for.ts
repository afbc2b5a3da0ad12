import { formatInexactDate, dateSentence } from '@/lib/text/format-date'
import { datesIn } from '@/lib/text/dates-in-text/read'
import { intervalOf } from '@/lib/text/edtf'
import { citationsIn } from '@/lib/records/citations-in'
import type { QuotePlaces } from './quote-places'
import type { QuotedSource } from './source-queries'
import type { FieldHints, CitationHints, DateHints } from './field-hints'
import { hiddenIn } from '@/lib/platform/text/hidden-characters'
import { type FoundWords, fidelitiesFor } from '@/lib/text/quotes'
import { Fidelity } from '@/lib/vocabularies/fidelity'
import type { Lang } from '@/lib/platform/i18n/locale'
import { valueAt } from '@/lib/platform/forms/field-change'
import type { Plan } from '@/lib/platform/forms/plan'
import { partOf, rowsOf } from '@/lib/platform/forms/write-form'

type Data = Record<string, unknown>

/** A draft's texts have no limit, and reading dates takes long. */
const LONGEST_DATE = 300

const OFFICIAL = ['official_document', 'official_statement']

/** Hints for citations (whether the quote is in the captured text) and dates (what EDTF means, suggested dates). */
export const hintsFor = (
  plan: Plan,
  data: Data,
  sources: readonly QuotedSource[],
  places: QuotePlaces,
  lang: Lang,
): Pick<FieldHints, 'citations' | 'dates'> => ({
  citations: Object.fromEntries(
    citationsIn(data).flatMap(({ path, sourceId, exact }) => {
      const source = sources.find(({ id }) => id === sourceId)
      return source && exact ? [[path, citationHints(source, exact, valueAt(data, path), places.get(path))]] : []
    }),
  ),
  dates: Object.fromEntries(
    datesOf(plan, data, '').map((path) => [
      path,
      dateHints(valueAt(data, path), sourceNear(data, path, sources), lang),
    ]),
  ),
})

const citationHints = (
  { kind }: QuotedSource,
  exact: string,
  citation: unknown,
  place: FoundWords | null | undefined,
): CitationHints => {
  const capture = { held: place !== undefined, found: Boolean(place), quoted: place?.quoted ?? false }
  return {
    captured: capture.held,
    times: place?.times ?? 0,
    fidelity: Fidelity.safeParse(partOf(citation, 'fidelity')).data ?? null,
    allowed: fidelitiesFor({ ...capture, official: OFFICIAL.includes(kind ?? '') }),
    prefix: place?.prefix ?? '',
    suffix: place?.suffix ?? '',
    hidden: hiddenIn([exact]),
  }
}

/** Paths of all date fields that have a value. */
const datesOf = (plan: Plan, data: unknown, prefix: string): string[] =>
  plan.flatMap((field): string[] => {
    const value = partOf(data, field.name)
    const path = prefix + field.name
    if (field.kind === 'inexact-date') return value ? [path] : []
    if (field.kind === 'group') return datesOf(field.fields, value, `${path}.`)
    const item = field.kind === 'list' ? field.item : null
    if (item?.kind !== 'group') return []
    return rowsOf(value).flatMap((row, index) => datesOf(item.fields, row, `${path}.${index}.`))
  })

/** The source closest to a field: cited in the same row, otherwise the draft's first. */
const sourceNear = (data: Data, path: string, sources: readonly QuotedSource[]): QuotedSource | undefined => {
  const steps = path.split('.')
  while (steps.length) {
    steps.pop()
    const [near] = citationsIn(steps.length ? valueAt(data, steps.join('.')) : data)
    const source = near && sources.find(({ id }) => id === near.sourceId)
    if (source) return source
  }
  return undefined
}

const dateHints = (value: unknown, source: QuotedSource | undefined, lang: Lang): DateHints => {
  const edtf = String(partOf(value, 'edtf') ?? '')
  const asWritten = String(partOf(value, 'asWritten') ?? '')
  const meaning = !edtf ? undefined : intervalOf(edtf) ? dateSentence(formatInexactDate({ edtf }, lang)) : null
  return { meaning: meaning ?? (edtf ? null : ''), offer: suggestedDates(asWritten, edtf, source, lang) }
}

const suggestedDates = (
  asWritten: string,
  edtf: string,
  source: QuotedSource | undefined,
  lang: Lang,
): DateHints['offer'] => {
  if (!asWritten || !source?.published) return null
  const langs = source.texts[0]?.lang === 'es' ? (['es', 'en'] as const) : (['en', 'es'] as const)
  const reading = langs.flatMap((one) => datesIn(asWritten.slice(0, LONGEST_DATE), source.published, one))[0]
  if (!reading?.options.length || reading.options.includes(edtf)) return null
  return {
    asWritten: asWritten,
    day: formatInexactDate({ edtf: source.published }, lang),
    needsChoice: reading.how === 'asks',
    options: reading.options.map((option) => ({
      edtf: option,
      words: dateSentence(formatInexactDate({ edtf: option }, lang)),
    })),
  }
}
