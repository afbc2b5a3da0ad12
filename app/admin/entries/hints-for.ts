import { formatInexactDate, dateSentence } from '@/components/ui/format-date'
import { datesIn } from '@/lib/text/dates-in-text/read'
import { intervalOf } from '@/lib/text/edtf'
import { citationsIn } from '@/lib/records/shared/citations-in'
import { mapTexts } from '@/lib/features/editing/resolve-conflict'
import type { QuotedSource } from '@/lib/features/editing/source-queries'
import type { FieldHints, CitationHints, DateHints } from '@/lib/features/editing/field-hints'
import { fidelitiesFor } from '@/lib/text/quotes'
import { Fidelity } from '@/lib/vocabularies/fidelity'
import type { Lang } from '@/lib/platform/i18n/locale'
import { valueAt } from '@/lib/platform/forms/field-change'
import type { Plan } from '@/lib/platform/forms/plan'
import { partOf, rowsOf } from '@/lib/platform/forms/write-form'

type Data = Record<string, unknown>

const OFFICIAL = ['official_document', 'official_statement']

/** What the form is told of its fields: whether words were found, what dates mean, what the entry looks like. */
export const hintsFor = (
  plan: Plan,
  data: Data,
  sources: readonly QuotedSource[],
  lang: Lang,
): Pick<FieldHints, 'citations' | 'dates'> => ({
  citations: Object.fromEntries(
    citationsIn(data).flatMap(({ path, sourceId, exact }) => {
      const source = sources.find(({ id }) => id === sourceId)
      return source && exact ? [[path, toldCitation(source, exact, valueAt(data, path))]] : []
    }),
  ),
  dates: Object.fromEntries(
    datesOf(plan, data, '').map((path) => [path, toldDate(valueAt(data, path), sourceNear(data, path, sources), lang)]),
  ),
})

const toldCitation = ({ texts, kind }: QuotedSource, exact: string, citation: unknown): CitationHints => {
  const words = texts.map(({ text }) => text)
  const place = mapTexts(words, exact, partOf(citation, 'prefix'))
  const known = { held: texts.length > 0, found: place !== null, quoted: place?.quoted ?? false }
  return {
    held: known.held,
    times: place?.times ?? 0,
    fidelity: Fidelity.safeParse(partOf(citation, 'fidelity')).data ?? null,
    allowed: fidelitiesFor({ ...known, official: OFFICIAL.includes(kind ?? '') }),
    prefix: place?.prefix ?? '',
    suffix: place?.suffix ?? '',
  }
}

/** The paths of all dates that something is written in. */
const datesOf = (plan: Plan, data: unknown, prefix: string): string[] =>
  plan.flatMap((field): string[] => {
    const value = partOf(data, field.name)
    const path = prefix + field.name
    if (field.kind === 'inexact-date') return value ? [path] : []
    if (field.kind === 'group') return datesOf(field.fields, value, `${path}.`)
    const item = field.kind === 'list' ? field.item : null
    if (item?.kind !== 'group') return []
    return rowsOf(value).flatMap((row, at) => datesOf(item.fields, row, `${path}.${at}.`))
  })

/** The source that stands nearest to a field: in its own row, else the entry's first. */
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

const toldDate = (value: unknown, source: QuotedSource | undefined, lang: Lang): DateHints => {
  const edtf = String(partOf(value, 'edtf') ?? '')
  const asked = String(partOf(value, 'asWritten') ?? '')
  const words = !edtf ? undefined : intervalOf(edtf) ? dateSentence(formatInexactDate({ edtf }, lang)) : null
  return { words: words ?? (edtf ? null : ''), offer: offerOf(asked, edtf, source, lang) }
}

const offerOf = (asked: string, edtf: string, source: QuotedSource | undefined, lang: Lang): DateHints['offer'] => {
  if (!asked || !source?.published) return null
  const own = source.texts[0]?.lang === 'es' ? (['es', 'en'] as const) : (['en', 'es'] as const)
  const reading = own.flatMap((one) => datesIn(asked, source.published, one))[0]
  if (!reading?.options.length || reading.options.includes(edtf)) return null
  return {
    asked,
    day: formatInexactDate({ edtf: source.published }, lang),
    asks: reading.how === 'asks',
    options: reading.options.map((option) => ({
      edtf: option,
      words: dateSentence(formatInexactDate({ edtf: option }, lang)),
    })),
  }
}
