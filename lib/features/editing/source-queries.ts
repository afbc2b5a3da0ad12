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

/** Sources with their captured texts. A draft takes precedence over the published version. */
export async function quotedSources(ids: readonly string[]): Promise<QuotedSource[]> {
  const wanted = [...new Set(ids)].filter((id) => /^[0-9a-z]{10}$/.test(id))
  if (!wanted.length) return []
  const rows = await sql`
    SELECT id, coalesce(draft.data, own.card) AS said FROM unnest(${wanted}::text[]) AS id
    LEFT JOIN (SELECT record_id, data FROM draft WHERE type = 'sources' AND state <> 'discarded') draft ON record_id = id
    LEFT JOIN (SELECT id AS source_id, card FROM source) own ON source_id = id
    WHERE draft.data IS NOT NULL OR own.card IS NOT NULL`.rows<{ id: string; said: Record<string, unknown> }>()
  const hashes = rows.flatMap(({ said }) => hashesIn(said.captures))
  const texts = hashes.length
    ? await sql`SELECT sha256, text, lang FROM captured_text WHERE sha256 = ANY(${hashes})`.rows<{
        sha256: string
        text: string
        lang: string | null
      }>()
    : []
  return rows.map(({ id, said }) => ({
    id,
    title: textOr(said.title) ?? '',
    kind: textOr(said.kind),
    published: textOr((said.published as { edtf?: unknown } | null)?.edtf),
    url: textOr(said.url),
    texts: hashesIn(said.captures).flatMap((hash) => {
      const kept = texts.find(({ sha256 }) => sha256 === hash)
      return kept ? [{ text: kept.text, lang: kept.lang }] : []
    }),
  }))
}

const textOr = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)

const hashesIn = (captures: unknown): string[] =>
  (Array.isArray(captures) ? captures : []).flatMap((one) => textOr((one as { sha256?: unknown } | null)?.sha256) ?? [])
