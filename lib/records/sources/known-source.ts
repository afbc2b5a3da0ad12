import type { Transaction } from '@/lib/platform/database/write'
import { urlKey } from './url-key'

/** An existing source, published or a draft. */
export type KnownSource = { sourceId: string; draftId: string | null }

/** Finds the source with one of these URLs, ignoring tracking parameters, or with this text. */
export async function knownSource(
  tx: Transaction,
  { urls, sha256 }: { urls: readonly string[]; sha256?: string },
): Promise<KnownSource | null> {
  const keys = urls.map(urlKey)
  const published =
    (await tx.source.findFirst({ where: { urlKey: { in: keys } }, select: { id: true } })) ??
    (sha256 && (await tx.source.findFirst({ where: { captures: { some: { sha256 } } }, select: { id: true } })))
  if (published) {
    const draft = await tx.draft.findUnique({ where: { id: `sources-${published.id}` }, select: { id: true } })
    return { sourceId: published.id, draftId: draft?.id ?? null }
  }
  const drafts = await tx.$queryRaw<{ id: string; recordId: string; url: string | null; captures: unknown }[]>`
    SELECT id, record_id AS "recordId", data ->> 'url' AS url, data -> 'captures' AS captures
    FROM draft WHERE type = 'sources' AND state <> 'discarded'`
  const found = drafts.find(
    ({ url, captures }) =>
      (url && URL.canParse(url) && keys.includes(urlKey(url))) ||
      (sha256 && JSON.stringify(captures ?? []).includes(sha256)),
  )
  return found ? { sourceId: found.recordId, draftId: found.id } : null
}
