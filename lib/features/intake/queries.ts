import type { Lang } from '@/lib/platform/i18n/locale'
import { sql } from '@/lib/platform/database/sql'
import { STATES } from '@/lib/vocabularies/us-states'
import type { Span } from '@/lib/text/quotes'
import type { Candidate } from './candidates'
import { recognize } from './recognize'
import type { CapturedPage, KnownNames, Recognized, RecognizedText } from './recognized'

/** Captured text by its hash. */
export const capturedText = async (sha256: string): Promise<CapturedPage | null> => {
  const [found] = await sql`SELECT sha256, text, coalesce(lang, 'en') AS lang, published, title, outlet, url, at, method
    FROM captured_text WHERE sha256 = ${sha256}`.rows<CapturedPage>()
  return found ? { ...found, lang: found.lang === 'es' ? 'es' : 'en' } : null
}

/** Candidates and quotations of a text, part by part; null if it takes too long to read. */
export async function recognizePart(
  text: CapturedPage,
  part: Span,
  published: string | null,
): Promise<RecognizedText | null> {
  const words = text.text.slice(part.start, part.end)
  const found = await recognize({ text: words, published, lang: text.lang })
  if (!found) return null
  const candidates = await withRecords(words, found.candidates)
  return shifted({ ...found, candidates }, part.start)
}

/** The same with positions in the whole text. */
const shifted = <T>(value: T, by: number): T => {
  if (Array.isArray(value)) return value.map((one) => shifted(one, by)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      (name === 'start' || name === 'end') && typeof one === 'number' ? one + by : shifted(one, by),
    ]),
  ) as T
}

/** Candidates of a text, with matching records for their names and possible duplicates. */
export const recognizeNames = async (text: string, published: string | null, lang: Lang): Promise<Recognized[]> =>
  withRecords(text, (await recognize({ text, published, lang }))?.candidates ?? [])

async function withRecords(text: string, candidates: Candidate[]): Promise<Recognized[]> {
  const people = candidates.flatMap(({ speakers }) => speakers.map(({ name }) => name))
  const placeNames = candidates.flatMap(({ places }) => places.map((one) => one.words))
  const [matches, places] = await Promise.all([
    recordsNamed([...new Set(people)]),
    placesNamed([...new Set(placeNames)]),
  ])
  const offices = await placesOfOffice(matches.filter((one) => one.type === 'officials' && one.score === 1))
  const recognized = candidates.map((one) => {
    const named = namesIn(one, matches)
    const officePlaces = offices.filter(({ officialId }) => named.officials.some(({ id }) => id === officialId))
    return { ...one, ...named, placeOptions: placesIn(one, places), officePlaces }
  })
  return withDuplicates(text, recognized)
}

type Named = KnownNames & { query: string; type: string }

const namesIn = ({ speakers }: Candidate, known: Named[]) => {
  const of = (type: string, kind: 'person' | 'body') =>
    speakers
      .filter((one) => one.kind === kind)
      .slice(0, 2)
      .flatMap(({ name }) => known.filter((one) => one.type === type && one.query === name))
      .map(({ id, name, path, score }) => ({ id, name, path, score }))
  return { officials: of('officials', 'person'), organizations: of('organizations', 'body') }
}

/** Officials and organizations with the same or a similar name; the best three per name. */
const recordsNamed = async (names: string[]): Promise<Named[]> =>
  names.length === 0
    ? []
    : sql`
    SELECT query, type, record.id, record.name, path, score FROM (
      SELECT query, type, record_id, max(similarity(folded, fold(query))) AS score,
        row_number() OVER (PARTITION BY query, type ORDER BY max(similarity(folded, fold(query))) DESC, record_id) AS place
      FROM unnest(${names}::text[]) AS query JOIN name ON folded % fold(query)
      WHERE type IN ('officials', 'organizations') AND similarity(folded, fold(query)) >= 0.5
      GROUP BY query, type, record_id) near
    CROSS JOIN LATERAL (
      SELECT id, name, path FROM official WHERE type = 'officials' AND id = record_id
      UNION ALL SELECT id, name, path FROM organization WHERE type = 'organizations' AND id = record_id) record
    WHERE place <= 3 ORDER BY query, score DESC, record.id`.rows<Named>()

const placesOfOffice = async (officials: KnownNames[]): Promise<(KnownNames & { officialId: string })[]> =>
  officials.length === 0
    ? []
    : sql`
    SELECT DISTINCT official_id AS "officialId", jurisdiction.id, full_name AS name, path, 1 AS score
    FROM role JOIN jurisdiction ON jurisdiction.id = jurisdiction_id
    WHERE official_id = ANY(${officials.map(({ id }) => id)}) ORDER BY name, jurisdiction.id`.rows<
        KnownNames & { officialId: string }
      >()

type PlaceNamed = { query: string; id: string; name: string; path: string; usps: string; kind: string; weight: number }

const placesNamed = async (names: string[]): Promise<PlaceNamed[]> =>
  names.length === 0
    ? []
    : sql`
    SELECT DISTINCT ON (query, jurisdiction.id) query, jurisdiction.id, full_name AS name, path, usps, kind, weight
    FROM unnest(${names}::text[]) AS query JOIN name ON folded = fold(query)
      JOIN jurisdiction ON type = 'jurisdictions' AND jurisdiction.id = record_id
    ORDER BY query, jurisdiction.id, weight DESC`.rows<PlaceNamed>()

const USPS = new Map(STATES.flatMap(({ usps, name }) => [[usps, usps] as const, [name.toLowerCase(), usps] as const]))

/** A place is unambiguous if its state follows, or if no other place has the name. States rank before towns. */
const placesIn = ({ places }: Candidate, matches: PlaceNamed[]): Recognized['placeOptions'] => {
  const rank = ({ kind, weight }: PlaceNamed) => (kind === 'state' ? Infinity : weight)
  const recognized = places.flatMap(({ words, start, end, state, here }) => {
    const named = matches.filter((one) => one.query === words).toSorted((a, b) => (rank(a) > rank(b) ? -1 : 1))
    const usps = state && (USPS.get(state) ?? USPS.get(state.toLowerCase()))
    const inState = usps ? named.filter((one) => one.usps === usps) : named
    const best = inState.length ? inState : named
    if (!best.length) return []
    const options = best.slice(0, 4).map(({ id, name, path }) => ({ id, name, path, score: 1 }))
    return [{ words, start, end, here, sure: inState.length === 1 && (Boolean(usps) || named.length === 1), options }]
  })
  const closest = recognized.some(({ here }) => here) ? recognized.filter(({ here }) => here) : recognized
  return closest.map(({ here: _, ...one }) => one)
}

type Duplicate = { at: number; id: string; path: string; title: string; why: 'words' | 'speaker' }

/** The quotes that are compared with the record, of each candidate and in all: each is compared with every statement. */
const MOST_COMPARED = { each: 2, all: 50, characters: 300 }

/** Adds statements with similar quotes, or by the same official. */
async function withDuplicates(text: string, candidates: Omit<Recognized, 'duplicates'>[]): Promise<Recognized[]> {
  const quotes = candidates
    .flatMap(({ quotes }, at) => quotes.slice(0, MOST_COMPARED.each).map((one) => ({ at, ...one })))
    .slice(0, MOST_COMPARED.all)
    .map(({ at, start, end }) => ({ at, words: text.slice(start, Math.min(end, start + MOST_COMPARED.characters)) }))
  const speakers = candidates.flatMap(({ officials }, at) =>
    officials.filter((one) => one.score === 1).map(({ id }) => ({ at, id })),
  )
  const found = await sql`
    WITH alike AS (
      SELECT DISTINCT (q ->> 'at')::int AS at, statement_id, 'words' AS why
      FROM jsonb_array_elements(${JSON.stringify(quotes)}::jsonb) AS q, statement_variant, unnest(passages) AS passage
      WHERE length(q ->> 'words') > 12 AND length(passage) > 12 AND similarity(fold(passage), fold(q ->> 'words')) > 0.45
      UNION
      SELECT (s ->> 'at')::int, statement_id, 'speaker' FROM jsonb_array_elements(${JSON.stringify(speakers)}::jsonb) AS s
        JOIN statement_speaker ON official_id = s ->> 'id')
    SELECT DISTINCT ON (at, statement.id) at, statement.id, path, coalesce(card -> 'summary' ->> 'en', '') AS title, why
    FROM alike JOIN statement ON statement.id = statement_id ORDER BY at, statement.id, why DESC`.rows<Duplicate>()
  return candidates.map((one, at) => ({
    ...one,
    duplicates: found
      .filter((duplicate) => duplicate.at === at)
      .toSorted((a, b) => Number(b.why === 'words') - Number(a.why === 'words'))
      .slice(0, 4)
      .map(({ at: _, ...duplicate }) => duplicate),
  }))
}
