import { precisionOf, intervalOf } from '@/lib/text/edtf'
import { type Comparable, comparable, containsWords } from '@/lib/text/compare-text'
import { MAX_QUOTE_LENGTH } from '@/lib/text/quotes'
import { citationsIn } from '@/lib/records/citations-in'
import type { NamedRecord } from '@/lib/records/records-named-in'
import type { EvidenceRules } from '@/lib/records/define-record-type'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

/** Source data that the checks need. */
export type SourceFacts = {
  title: string
  url: string | null
  archiveUrl: string | null
  /** Public note, which may explain a missing archive copy. */
  note: boolean
  /** Captured texts. */
  texts: readonly string[]
  /** True if a capture is recorded, with or without its text. */
  captured: boolean
}

/** A referenced record. */
export type NamedFacts = NamedRecord & { title: string; published: boolean; draftId: string | null; together: boolean }

export type CheckInputs = {
  type: string
  data: unknown
  sources: Readonly<Record<string, SourceFacts>>
  named: readonly NamedFacts[]
  /** State of the two-person rule: not required, or a second person is present or missing. */
  secondPerson: 'not_asked' | 'present' | 'missing'
  /** Number of set-aside saves that are not settled. */
  aside: number
}

export const CHECKS = ['source', 'archive', 'words', 'date', 'stance', 'named', 'second', 'aside'] as const
export type CheckName = (typeof CHECKS)[number]

/** Field to fix, with a hint such as the source's title. */
export type Place = { path: string; about?: string }

/** `missing` blocks publishing; `look` asks for attention only. */
export type Check = { name: CheckName; state: 'done' | 'missing' | 'look'; places: Place[] }

/** Types that make claims and need sources. Places come from registers. */
const evidenceOf = (type: string): EvidenceRules | undefined => RECORD_TYPES[type as RecordTypeName].evidence

/** Publishing checklist, computed from the draft and what it references. */
export const checklist = (inputs: CheckInputs): Check[] =>
  [
    source(inputs),
    archive(inputs),
    words(inputs),
    date(inputs),
    stance(inputs),
    named(inputs),
    second(inputs),
    aside(inputs),
  ].filter((one) => one !== null)

/** Checks that block publishing. */
export const missing = (checks: readonly Check[]): Check[] => checks.filter(({ state }) => state === 'missing')

const check = (name: CheckName, places: Place[], state: 'missing' | 'look' = 'missing'): Check => ({
  name,
  state: places.length ? state : 'done',
  places,
})

const source = ({ type, data }: CheckInputs): Check | null => {
  const evidence = evidenceOf(type)
  if (!evidence) return null
  const cited = citationsIn(data)
  if (!cited.length) return check('source', [{ path: evidence.firstCitation }])
  return check(
    'source',
    cited.filter((one) => !one.sourceId).map(({ path }) => ({ path: `${path}.sourceId` })),
  )
}

const isPreserved = (one: SourceFacts): boolean =>
  one.archiveUrl !== null || one.note || one.captured || one.url === null

const archive = ({ type, data, sources }: CheckInputs): Check | null => {
  if (type === 'sources') {
    const own = data as Partial<Record<'url' | 'archiveUrl' | 'note', unknown>> & { captures?: unknown }
    const captured = Array.isArray(own.captures) && own.captures.length > 0
    return check('archive', own.archiveUrl || own.note || captured || !own.url ? [] : [{ path: 'archiveUrl' }])
  }
  const places = new Map<string, Place>()
  for (const { path, sourceId } of citationsIn(data)) {
    const found = sourceId ? sources[sourceId] : undefined
    if (found && !isPreserved(found)) places.set(sourceId!, { path: `${path}.sourceId`, about: found.title })
  }
  return places.size || evidenceOf(type) ? check('archive', [...places.values()]) : null
}

/** Quotes that a captured text does not contain are missing; without a captured text they can only be reviewed. */
const words = ({ type, data, sources }: CheckInputs): Check | null => {
  if (!evidenceOf(type)) return null
  const notFound: Place[] = []
  const unverified: Place[] = []
  const prepared = new Map<string, Comparable>()
  const preparedOf = (text: string): Comparable => {
    if (!prepared.has(text)) prepared.set(text, comparable(text))
    return prepared.get(text)!
  }
  for (const { path, sourceId, exact, claimed } of citationsIn(data)) {
    const texts = (sourceId && sources[sourceId]?.texts) || []
    const place = { path: `${path}.exact`, ...(exact && { about: short(exact) }) }
    if (!exact) continue
    if (exact.length <= MAX_QUOTE_LENGTH && texts.some((text) => containsWords(preparedOf(text), exact))) continue
    if (texts.length && claimed) notFound.push(place)
    else unverified.push(place)
  }
  return notFound.length ? check('words', notFound) : check('words', unverified, 'look')
}

/** Requires a date, or a note that explains its absence. Imprecise dates need the source's wording. */
const date = ({ type, data }: CheckInputs): Check | null => {
  const evidence = evidenceOf(type)
  if (!evidence?.date) return null
  const { date: field, dateOptional } = evidence
  const { [field]: own, notes, note } = data as Record<string, unknown>
  if (!own) {
    const hasNote = note || (Array.isArray(notes) && notes.some((one) => (one as { kind?: unknown })?.kind === 'date'))
    return check('date', hasNote || dateOptional ? [] : [{ path: `${field}.edtf` }])
  }
  const { edtf, asWritten } = own as { edtf?: unknown; asWritten?: unknown }
  if (typeof edtf !== 'string' || !intervalOf(edtf)) return check('date', [{ path: `${field}.edtf` }])
  return check('date', precisionOf(edtf) === 'day' || asWritten ? [] : [{ path: `${field}.asWritten` }])
}

const stance = ({ type, data }: CheckInputs): Check | null => {
  if (type !== 'stances') return null
  const { statementIds, policyIds, citations } = data as Record<string, unknown>
  const names = (list: unknown) => Array.isArray(list) && list.length > 0
  const places: Place[] = names(statementIds) || names(policyIds) ? [] : [{ path: 'statementIds' }]
  const quoted = citationsIn(citations).some(({ exact }) => exact)
  return check('stance', quoted ? places : [...places, { path: 'citations' }])
}

const named = ({ named: all }: CheckInputs): Check =>
  check(
    'named',
    all
      .filter(({ published, together }) => !published && !together)
      .map(({ path, title }) => ({ path, ...(title && { about: title }) })),
  )

const second = ({ secondPerson }: CheckInputs): Check | null =>
  secondPerson === 'not_asked' ? null : check('second', secondPerson === 'missing' ? [{ path: '' }] : [])

const aside = ({ aside: waiting }: CheckInputs): Check | null => (waiting ? check('aside', [{ path: '' }]) : null)

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
