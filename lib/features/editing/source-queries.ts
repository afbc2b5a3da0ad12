import { sql } from '@/lib/platform/database/sql'

/** A source for quoting, published or a draft. */
export type QuotedSource = {
  id: string
  title: string
  kind: string | null
  /** The EDTF day of publication, to which "this week" is relative. */
  published: string | null
  url: string | null
  texts: { text: string; lang: string | null }[]
}

/**
 * Sources with their captured texts. A draft takes precedence over the published version, except that a contributor's
 * new capture of a published source is no text to quote from until it is published.
 */
export async function quotedSources(ids: readonly string[]): Promise<QuotedSource[]> {
  const wanted = [...new Set(ids)].filter((id) => /^[0-9a-z]{10}$/.test(id))
  if (!wanted.length) return []
  const rows = await sql`
    SELECT id, coalesce(draft.data, own.card) AS said, own.card -> 'captures' AS published FROM unnest(${wanted}::text[]) AS id
    LEFT JOIN (SELECT record_id, data FROM draft WHERE type = 'sources' AND state <> 'discarded') draft ON record_id = id
    LEFT JOIN (SELECT id AS source_id, card FROM source) own ON source_id = id
    WHERE draft.data IS NOT NULL OR own.card IS NOT NULL`.rows<Row>()
  const hashes = rows.flatMap(({ said, published }) => [...hashesIn(said.captures), ...hashesIn(published)])
  const texts = hashes.length
    ? await sql`
        SELECT sha256, text, captured_text.lang, coalesce(role, '') <> 'contributor' AS trusted
        FROM captured_text LEFT JOIN admin_user ON admin_user.id = by_id WHERE sha256 = ANY(${hashes})`.rows<Kept>()
    : []
  return rows.map(({ id, said, published }) => ({
    id,
    title: textOr(said.title) ?? '',
    kind: textOr(said.kind),
    published: textOr((said.published as { edtf?: unknown } | null)?.edtf),
    url: textOr(said.url),
    texts: [...new Set([...hashesIn(published), ...hashesIn(said.captures)])].flatMap((hash) => {
      const kept = texts.find(({ sha256 }) => sha256 === hash)
      const counts = published === null || hashesIn(published).includes(hash) || kept?.trusted
      return kept && counts ? [{ text: kept.text, lang: kept.lang }] : []
    }),
  }))
}

type Row = { id: string; said: Record<string, unknown>; published: unknown }
/** `trusted`: a person who may publish it captured the text. */
type Kept = { sha256: string; text: string; lang: string | null; trusted: boolean }

const textOr = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)

const hashesIn = (captures: unknown): string[] =>
  (Array.isArray(captures) ? captures : []).flatMap((one) => textOr((one as { sha256?: unknown } | null)?.sha256) ?? [])
