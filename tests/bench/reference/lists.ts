import type { Ask } from './server'

// A filtered, sorted list with its total, in two ways: a hand-written join of the site's tables that creates the JSON in
// SQL, and a read model of narrow rows with an index over the codes of all filters.

type Filters = Readonly<Record<string, string[]>>

/** `state=TX&topic=asylum&topic=detainers`: each filter's codes. */
export const filtersOf = (params: URLSearchParams): Filters => {
  const found: Record<string, string[]> = {}
  for (const [name, code] of params) if (!VIEW_PARAMS.has(name)) (found[name] ??= []).push(code)
  return found
}
const VIEW_PARAMS = new Set(['size', 'after', 'sort', 'representatives'])

const REF = (table: string) => `jsonb_build_object('id', ${table}.id, 'path', ${table}.path, 'name', ${table}.name)`
const MOMENT = (column: string) => `to_char(s.${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const PLACE = `jsonb_build_object('id', place.id, 'path', place.path, 'name', place.full_name, 'usps', place.usps, 'kind', place.kind)`
const DATE = (of: string) => `CASE WHEN ${of}.date_edtf IS NOT NULL THEN jsonb_build_object('edtf', ${of}.date_edtf,
  'earliest', ${of}.date_earliest, 'latest', ${of}.date_latest, 'asWritten', ${of}.date_as_written) END`
const CITATION = `jsonb_build_object('exact', cited.exact, 'prefix', cited.prefix, 'suffix', cited.suffix, 'locator', cited.locator,
  'fidelity', cited.fidelity, 'found', cited.found, 'note', cited.note, 'source', jsonb_build_object('id', paper.id,
  'path', paper.path, 'name', paper.title, 'outlet', paper.outlet, 'kind', paper.kind, 'url', paper.url,
  'archiveUrl', paper.archive_url, 'published', ${DATE('paper')}, 'copyOf', NULL))`

/** A statement's public JSON. */
const RECORD = `jsonb_build_object('id', s.id, 'path', s.path, 'version', s.version, 'publishedAt', ${MOMENT('published_at')},
  'updatedAt', ${MOMENT('updated_at')}, 'kind', s.kind, 'channel', s.channel, 'summary', s.summary, 'topics', s.topics,
  'rationales', s.rationales, 'notes', s.notes, 'date', ${DATE('s')},
  'speakers', (SELECT jsonb_agg(jsonb_build_object('asPrinted', by.as_printed, 'official', ${REF('official')},
      'organization', CASE WHEN body.id IS NOT NULL THEN ${REF('body')} END, 'role', held.role) ORDER BY by.position)
    FROM statement_speaker by JOIN official ON official.id = by.official_id LEFT JOIN organization body ON body.id = by.organization_id
    LEFT JOIN LATERAL (SELECT jsonb_build_object('title', role.title, 'office', role.office, 'district', role.district,
        'party', role.party, 'organization', ${REF('office')}, 'jurisdiction', ${PLACE},
        'from', jsonb_build_object('edtf', role.from_edtf, 'earliest', role.from_earliest, 'latest', role.from_latest,
          'asWritten', role.from_as_written), 'to', NULL) AS role
      FROM role JOIN organization office ON office.id = role.organization_id JOIN jurisdiction place ON place.id = role.jurisdiction_id
      WHERE role.official_id = by.official_id ORDER BY role.from_earliest DESC NULLS LAST LIMIT 1) held ON true
    WHERE by.statement_id = s.id),
  'places', (SELECT jsonb_agg(${PLACE} ORDER BY at.position) FROM statement_place at
    JOIN jurisdiction place ON place.id = at.jurisdiction_id WHERE at.statement_id = s.id),
  'variants', (SELECT jsonb_agg(jsonb_build_object('passages', v.passages, 'preferred', v.preferred, 'reason', v.reason,
      'citation', ${CITATION}) ORDER BY v.position)
    FROM statement_variant v JOIN citation cited ON cited.variant_id = v.id JOIN source paper ON paper.id = cited.source_id
    WHERE v.statement_id = s.id),
  'positions', (SELECT coalesce(jsonb_agg(jsonb_build_object('topic', topic, 'position', position, 'span', span) ORDER BY topic), '[]')
    FROM statement_position WHERE statement_id = s.id),
  'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'path', f.path, 'name', f.title ->> 'en')), '[]')
    FROM statement_answer a JOIN federal_action f ON f.id = a.federal_action_id WHERE a.statement_id = s.id),
  'citations', (SELECT coalesce(jsonb_agg(${CITATION} ORDER BY cited.position), '[]')
    FROM citation cited JOIN source paper ON paper.id = cited.source_id WHERE cited.statement_id = s.id))`

/** The SQL condition of each filter on the site's tables. The codes are one parameter. */
const JOINED: Readonly<Record<string, (codes: string) => string>> = {
  state: (codes) => `EXISTS (SELECT FROM statement_place at JOIN jurisdiction place ON place.id = at.jurisdiction_id
    WHERE at.statement_id = s.id AND place.usps = ANY(${codes}))`,
  topic: (codes) => `s.topics && ${codes}`,
  position: (codes) =>
    `EXISTS (SELECT FROM statement_position p WHERE p.statement_id = s.id AND p.position = ANY(${codes}))`,
  fidelity: (codes) => `EXISTS (SELECT FROM statement_variant v JOIN citation c ON c.variant_id = v.id
    WHERE v.statement_id = s.id AND v.preferred AND c.fidelity = ANY(${codes}))`,
  source_kind: (
    codes,
  ) => `(EXISTS (SELECT FROM statement_variant v JOIN citation c ON c.variant_id = v.id JOIN source ON source.id = c.source_id
    WHERE v.statement_id = s.id AND source.kind = ANY(${codes})) OR EXISTS (SELECT FROM citation c JOIN source ON source.id = c.source_id
    WHERE c.statement_id = s.id AND source.kind = ANY(${codes})))`,
}

type List = { rows: string | null; total: number; day: string | null; id: string | null; more: boolean }

const answer = ({ rows, total, day, id, more }: List): string =>
  `{"data":[${rows ?? ''}],"total":${total},"next":${more ? JSON.stringify(`${day}~${id}`) : 'null'}}`

const PAGE = `SELECT string_agg(card::text, ',' ORDER BY place) FILTER (WHERE place <= $1) AS rows, (SELECT count(*)::int FROM found) AS total,
  (array_agg(date_latest::text ORDER BY place) FILTER (WHERE place = $1))[1] AS day,
  (array_agg(id ORDER BY place) FILTER (WHERE place = $1))[1] AS id, count(*) > $1 AS more`

export const joined = async (ask: Ask, params: URLSearchParams): Promise<string> => {
  const filters = Object.entries(filtersOf(params))
  const size = Number(params.get('size') ?? 50)
  const conditions = ['NOT s.represents', ...filters.map(([name], at) => JOINED[name]!(`$${at + 2}::text[]`))]
  const [list] = await ask<List>(
    `joined ${filters.map(([name]) => name).join(' ')}`,
    `WITH found AS MATERIALIZED (SELECT s.id, s.date_latest FROM statement s WHERE ${conditions.join(' AND ')}),
       page AS (SELECT *, row_number() OVER (ORDER BY date_latest DESC NULLS LAST, id) AS place FROM found
         ORDER BY date_latest DESC NULLS LAST, id LIMIT $1 + 1),
       made AS (SELECT page.*, ${RECORD} AS card FROM page JOIN statement s USING (id))
     ${PAGE} FROM made`,
    [size, ...filters.map(([, codes]) => codes)],
  )
  return answer(list!)
}

/** The numbers of a filter's codes; a row matches any of them. */
const coded = (at: number) =>
  `(SELECT coalesce(array_agg(number), '{}') FROM reference.code WHERE facet = $${at} AND code = ANY($${at + 1}))`

/** Conditions on the read model with their parameters, numbered from `first`. */
export const slim = (filters: Filters, first: number): { where: string; values: unknown[] } => {
  const entries = Object.entries(filters)
  return {
    where: ['NOT represents', ...entries.map((_, at) => `tags && ${coded(first + at * 2)}`)].join(' AND '),
    values: entries.flatMap(([name, codes]) => [name, codes]),
  }
}

export const modelled = async (ask: Ask, params: URLSearchParams): Promise<string> => {
  const filters = filtersOf(params)
  const size = Number(params.get('size') ?? 50)
  const [day, id] = params.get('after')?.split('~') ?? []
  const { where, values } = slim(filters, 4)
  // Two concurrent queries: the page has a LIMIT and the total has none.
  const [[page], [counted]] = await Promise.all([
    ask<List>(
      `page ${Object.keys(filters)} ${Boolean(id)}`,
      `WITH found AS (SELECT id, date_latest FROM reference.listed WHERE ${where} AND ($3::text IS NULL OR
           (date_latest < $2::date OR (date_latest = $2::date AND id > $3) OR date_latest IS NULL))
         ORDER BY date_latest DESC NULLS LAST, id LIMIT $1 + 1),
       made AS (SELECT id, found.date_latest, card, row_number() OVER (ORDER BY found.date_latest DESC NULLS LAST, id) AS place
         FROM found JOIN statement USING (id))
       ${PAGE.replace('(SELECT count(*)::int FROM found) AS total,', '0 AS total,')} FROM made`,
      [size, day ?? null, id ?? null, ...values],
    ),
    ask<{ total: number }>(
      `count ${Object.keys(filters)}`,
      `SELECT count(*)::int AS total FROM reference.listed WHERE ${slim(filters, 1).where}`,
      values,
    ),
  ])
  return answer({ ...page!, total: counted!.total })
}
