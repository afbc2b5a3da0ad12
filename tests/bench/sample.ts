import { withConnection } from '@/scripts/postgres/databases'
import { SOURCE_KIND, FIDELITY } from '@/lib/vocabularies/fidelity'
import { POSITION } from '@/lib/vocabularies/stances'
import { TOPIC } from '@/lib/vocabularies/topics'
import { FAMILY } from './dataset/words'
import { randomFrom } from './dataset/random'

/** Sampled requests: existing records and filters, in the same order in every run. */
export type Sample = {
  /** Distinct filter sets of three filters. */
  filters: string[]
  /** Filter sets of three filters with long lists. */
  wide: string[]
  records: { id: string; path: string }[]
  places: string[]
  /** Prefixes of place names, as typed. */
  typed: string[]
  /** Search words, rare and frequent. */
  words: string[]
  /** A time after most entries. */
  since: string
}

const MAX_SAMPLES = 20_000

/** Words in one of ten to one of a hundred statements. */
const COMMON =
  'quarry volunteers hotline detainers witnesses cannery orchard auditors patrols courthouse raids ferry schools warrant family crops charter shelter'.split(
    ' ',
  )

/** A filter besides the state and the topic, with its codes. */
const THIRD = [
  ...Object.keys(POSITION).map((code) => `position=${code}`),
  ...Object.keys(SOURCE_KIND).map((code) => `source_kind=${code}`),
  ...Object.keys(FIDELITY).map((code) => `fidelity=${code}`),
]

export const sample = (url: string): Promise<Sample> =>
  withConnection(url, async (client) => {
    const random = randomFrom(5)
    const shuffled = <T>(list: T[]): T[] =>
      list
        .map((one) => [random.below(2 ** 31), one] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, one]) => one)
    const column = async <T>(text: string) => (await client.query<{ one: T }>(text)).rows.map(({ one }) => one)
    const states = await column<string>(
      `SELECT usps AS one FROM statement_place JOIN jurisdiction ON id = jurisdiction_id GROUP BY usps ORDER BY count(*) DESC, usps LIMIT 40`,
    )
    const filters = states.flatMap((state) =>
      Object.keys(TOPIC).flatMap((topic) => THIRD.map((third) => `state=${state}&topic=${topic}&${third}`)),
    )
    const wide = ['source_kind=local_news', 'source_kind=national_news&source_kind=official_statement'].flatMap(
      (kind) =>
        ['reported_verbatim', 'fragment&fidelity=paraphrase&fidelity=official_text'].map(
          (fidelity) => `${kind}&fidelity=${fidelity}&state=${states.slice(0, 30).join('&state=')}`,
        ),
    )
    const names = await column<string>(
      `SELECT split_part(card ->> 'fullName', ',', 1) AS one FROM jurisdiction ORDER BY population DESC NULLS LAST LIMIT 4000`,
    )
    const some = (table: string) => `FROM ${table} ORDER BY md5(id) LIMIT ${MAX_SAMPLES}`
    return {
      filters: shuffled(filters).slice(0, MAX_SAMPLES),
      wide,
      records: shuffled(
        await column<{ id: string; path: string }>(
          `SELECT jsonb_build_object('id', id, 'path', path) AS one ${some('statement')}`,
        ),
      ),
      places: shuffled(
        await column<string>(
          `SELECT path AS one FROM jurisdiction WHERE id IN (SELECT jurisdiction_id FROM statement_place) ORDER BY md5(id) LIMIT ${MAX_SAMPLES}`,
        ),
      ),
      typed: shuffled([...new Set(names.flatMap((name) => [2, 3, 4, 5, 7].map((typed) => name.slice(0, typed))))]),
      words: shuffled([
        ...FAMILY.flatMap((family) => Array.from({ length: 100 }, (_, at) => `${family} ${at * 4}`)),
        ...COMMON.flatMap((one) => COMMON.map((other) => `${one} ${other}`)),
        ...COMMON.flatMap((one) => COMMON.flatMap((other) => FAMILY.map((family) => `${one} ${other} ${family}`))),
      ]),
      since: (
        await column<Date>(
          `SELECT at AS one FROM revision ORDER BY at DESC OFFSET (SELECT count(*) / 2 FROM revision) LIMIT 1`,
        )
      )[0]!.toISOString(),
    }
  })

/** Returns the items of a list in turn, in a cycle. */
export const cycle = <T>(list: readonly T[]): (() => T) => {
  let at = 0
  return () => list[at++ % list.length]!
}
