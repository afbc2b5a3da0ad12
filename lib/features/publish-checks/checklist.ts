import { precisionOf, intervalOf } from '@/lib/text/edtf'
import { findWords } from '@/lib/text/quotes'
import { citationsIn, type NamedRecord } from '@/lib/records/citations-in'
import type { EvidenceRules } from '@/lib/records/define-record-type'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

/** What a draft's checks need to know of the sources that it cites. */
export type SourceFacts = {
  title: string
  url: string | null
  archiveUrl: string | null
  /** A public note may say why there is no archived copy. */
  note: boolean
  /** The captured texts that the admin area has kept. */
  texts: readonly string[]
  /** Whether a capture is on record, its text kept or not. */
  captured: boolean
}

/** A record that the draft names. */
export type NamedFacts = NamedRecord & { title: string; published: boolean; draftId: string | null; together: boolean }

export type CheckInputs = {
  type: string
  data: unknown
  sources: Readonly<Record<string, SourceFacts>>
  named: readonly NamedFacts[]
  /** Whether the site asks for a second person, and whether whoever publishes is one. */
  secondPerson: 'not_asked' | 'present' | 'missing'
  /** Saves that were set aside, and that nobody has compared. */
  aside: number
}

export const CHECKS = ['source', 'archive', 'words', 'date', 'stance', 'named', 'second', 'aside'] as const
export type CheckName = (typeof CHECKS)[number]

/** Where to mend it: the field's path, and what it is about where that helps ("The Paper"). */
export type Place = { path: string; about?: string }

/** `missing` stops the publishing; `look` does not, but somebody should look. */
export type Check = { name: CheckName; state: 'done' | 'missing' | 'look'; places: Place[] }

/** The rules of record types whose entries are claims; undefined for others. */
const evidenceOf = (type: string): EvidenceRules | undefined => RECORD_TYPES[type as RecordTypeName].evidence

/** What has to be right before a draft is published, worked out from the draft alone and what it names. */
export const checklist = (facts: CheckInputs): Check[] =>
  [
    source(facts),
    archive(facts),
    words(facts),
    date(facts),
    stance(facts),
    named(facts),
    second(facts),
    aside(facts),
  ].filter((one) => one !== null)

/** What stops the publishing. */
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

const isKept = (one: SourceFacts): boolean => one.archiveUrl !== null || one.note || one.captured || one.url === null

const archive = ({ type, data, sources }: CheckInputs): Check | null => {
  if (type === 'sources') {
    const own = data as Partial<Record<'url' | 'archiveUrl' | 'note', unknown>> & { captures?: unknown }
    const captured = Array.isArray(own.captures) && own.captures.length > 0
    return check('archive', own.archiveUrl || own.note || captured || !own.url ? [] : [{ path: 'archiveUrl' }])
  }
  const places = new Map<string, Place>()
  for (const { path, sourceId } of citationsIn(data)) {
    const found = sourceId ? sources[sourceId] : undefined
    if (found && !isKept(found)) places.set(sourceId!, { path: `${path}.sourceId`, about: found.title })
  }
  return places.size || evidenceOf(type) ? check('archive', [...places.values()]) : null
}

/** Words that a captured text does not hold are missing; words without a text to look in can only be looked at. */
const words = ({ type, data, sources }: CheckInputs): Check | null => {
  if (!evidenceOf(type)) return null
  const absent: Place[] = []
  const unseen: Place[] = []
  for (const { path, sourceId, exact, claimed } of citationsIn(data)) {
    const texts = (sourceId && sources[sourceId]?.texts) || []
    const place = { path: `${path}.exact`, ...(exact && { about: short(exact) }) }
    if (!exact) continue
    if (texts.some((text) => findWords(text, exact).length)) continue
    if (texts.length && claimed) absent.push(place)
    else unseen.push(place)
  }
  return absent.length ? check('words', absent) : check('words', unseen, 'look')
}

/** A date is there, or a note says why not; one that is no day has the source's own words with it. */
const date = ({ type, data }: CheckInputs): Check | null => {
  const evidence = evidenceOf(type)
  if (!evidence?.date) return null
  const { date: field, dateOptional } = evidence
  const { [field]: own, notes, note } = data as Record<string, unknown>
  if (!own) {
    const said = note || (Array.isArray(notes) && notes.some((one) => (one as { kind?: unknown })?.kind === 'date'))
    return check('date', said || dateOptional ? [] : [{ path: `${field}.edtf` }])
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
