import type pg from 'pg'
import { sortKeys } from '@/lib/platform/publishing/sorted-json'

// A model that knows nothing of the commands, only the law: where a second person is asked for, nothing becomes public
// that a second person did not see. It reads the database after each step.

export type Draft = {
  id: string
  type: string
  record_id: string
  base_version: number
  data: Record<string, unknown>
  publish_as: string
  reason: object | null
  state: string
  saves: number
  scheduled_for: Date | null
  hash?: string
}
type Row = Record<string, unknown>
export type Published = { type: string; id: string; version: number; kind: string; data: Row; live: boolean }
export type Snapshot = {
  asked: boolean
  drafts: Draft[]
  asides: { id: string; draft_id: string }[]
  saves: { id: string; draft_id: string }[]
  records: Published[]
  batches: { id: string; state: string; checks?: number; mapping: { columns: Record<string, string> }; words: string }[]
  reasons: { id: string; saves: number; reason: object }[]
  merges: { id: string }[]
  suggestions: { id: string }[]
}

/** The contents of drafts that a person saw on a screen or named, and the words in them. */
export type Named = { contents: string[]; words: string[] }

/** Words that one person made up, so that it is known where they came from. */
export const wordsIn = (value: unknown): string[] => {
  // A Buffer turns itself into a list of numbers before a replacer gets it.
  const bytes = function (this: Record<string, unknown>, key: string, one: unknown) {
    const given = this[key]
    return given instanceof Uint8Array ? Buffer.from(given).toString() : one
  }
  return [
    ...new Set(
      JSON.stringify(value, bytes)
        ?.match(/word\d+x/gi)
        ?.map((one) => one.toLowerCase()) ?? [],
    ),
  ]
}

type Content = { type: string; id: string; data: unknown; kind: string; reason: unknown }
const contentOf = ({ type, id, data, kind, reason }: Content): string =>
  JSON.stringify(sortKeys([type, id, data, kind, reason ?? null]))
export const contentOfDraft = ({ type, record_id, data, publish_as, reason }: Draft): string =>
  contentOf({ type, id: record_id, data, kind: publish_as, reason })

const known = (map: Map<string, Set<string>>, key: string): Set<string> => {
  if (!map.has(key)) map.set(key, new Set())
  return map.get(key)!
}

export class ApprovalLaw {
  /** The writers and namers of each word, and of each content of a draft. */
  private readonly words = new Map<string, Set<string>>()
  private readonly writers = new Map<string, Set<string>>()
  private readonly namers = new Map<string, Set<string>>()
  private readonly publicWords = new Set<string>()
  private readonly seen = new Set<string>()
  private lastSeal = 0
  readonly published = { asked: 0, notAsked: 0 }

  constructor(
    private readonly pool: pg.Pool,
    private readonly isOld: boolean,
  ) {}

  /** A person sends words, and names what they have seen. */
  sends(person: string, input: unknown, named: Named): void {
    for (const word of [...wordsIn(input), ...named.words]) known(this.words, word).add(person)
    for (const content of named.contents) known(this.namers, content).add(person)
  }

  async snapshot(): Promise<Snapshot> {
    const all = async <R extends Row>(query: string) => (await this.pool.query<R>(query)).rows
    const hash = this.isOld ? '' : ', draft_content_hash(draft) AS hash'
    const policy = await all<{ value: boolean }>(`SELECT value FROM site_setting WHERE key = 'publishOwn'`)
    return {
      asked: policy[0]?.value === false,
      drafts: await all(`SELECT *${hash} FROM draft ORDER BY id`),
      asides: await all('SELECT id::text, draft_id FROM draft_save WHERE aside ORDER BY id'),
      saves: await all('SELECT id::text, draft_id FROM draft_save WHERE NOT aside ORDER BY id'),
      records: await all(`
        SELECT DISTINCT ON (r.type, record_id) r.type, record_id AS id, r.version, r.kind, r.data,
          kind <> 'withdrawn' AND NOT EXISTS (SELECT FROM merge WHERE from_id = record_id AND undone_at IS NULL) AS live
        FROM revision r WHERE r.type IN ('labels', 'organizations', 'policies') ORDER BY r.type, record_id, version DESC`),
      batches: await all(`
        SELECT import_batch.*, (SELECT string_agg(entries::text, '') FROM import_row
          WHERE batch_id = import_batch.id AND state = 'ready') AS words
        FROM import_batch ORDER BY created_at`),
      reasons: this.isOld
        ? []
        : await all('SELECT id::text, saves, reason FROM waiting_reason WHERE approved_at IS NULL ORDER BY at'),
      merges: await all('SELECT id::text FROM merge WHERE undone_at IS NULL ORDER BY at'),
      suggestions: await all('SELECT id FROM submission ORDER BY received_at'),
    }
  }

  /** The violations since the last check, one sentence each. `actors` are those who may have changed a draft since. */
  async broken(before: Snapshot, after: Snapshot, actors: readonly string[]): Promise<string[]> {
    const old = new Set(before.drafts.map(contentOfDraft))
    for (const draft of after.drafts)
      if (!old.has(contentOfDraft(draft)))
        for (const actor of actors) known(this.writers, contentOfDraft(draft)).add(actor)
    const { rows } = await this.pool.query<Content & { version: number; seal: number; command: string }>(
      `
      SELECT r.type, record_id AS id, version, kind, data, reason, r.seal::int AS seal,
        (SELECT command FROM change c WHERE c.seal = r.seal LIMIT 1) AS command
      FROM revision r WHERE r.seal >= $1 ORDER BY seal`,
      [this.lastSeal - 20],
    )
    const found: string[] = []
    for (const one of rows) {
      const key = `${one.type}/${one.id}@${one.version}`
      this.lastSeal = Math.max(this.lastSeal, one.seal)
      if (this.seen.has(key)) continue
      this.seen.add(key)
      this.published[before.asked ? 'asked' : 'notAsked'] += 1
      if (before.asked) found.push(...this.unseenWords(key, one), ...this.unapproved(key, one))
      for (const word of wordsIn(one)) this.publicWords.add(word)
    }
    const texts = await this.pool.query('SELECT reason FROM tombstone UNION ALL SELECT reason FROM redirect')
    if (before.asked) found.push(...this.unseenWords('a tombstone or redirect', texts.rows))
    for (const word of wordsIn(texts.rows)) this.publicWords.add(word)
    return found
  }

  /** The public words before the model began. */
  async begin(): Promise<Snapshot> {
    const first = await this.snapshot()
    await this.broken({ ...first, asked: false }, first, [])
    return first
  }

  private unseenWords(where: string, value: unknown): string[] {
    return wordsIn(value)
      .filter((word) => !this.publicWords.has(word) && known(this.words, word).size < 2)
      .map((word) => `${where}: ${word} is public, and only ${[...known(this.words, word)].join()} saw it`)
  }

  private unapproved(where: string, one: Content & { command: string }): string[] {
    if (one.command !== 'drafts.publish') return []
    const content = contentOf(one)
    const [writers, namers] = [known(this.writers, content), known(this.namers, content)]
    if (namers.size && new Set([...writers, ...namers]).size > 1) return []
    return [`${where}: written by ${[...writers].join()}, and approved by ${[...namers].join() || 'no one'}`]
  }
}
