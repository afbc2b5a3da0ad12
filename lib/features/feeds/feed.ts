import type { Lang } from '@/lib/platform/i18n/locale'
import { and, identifier, sql } from '@/lib/platform/database/sql'
import type { Feed } from '@/lib/platform/files/feeds'
import { RECORD_TYPES, type TypedRecord } from '@/lib/records/registry'
import { summaryOf, titleOf } from '@/lib/records/titles'
import { type View, listPath } from '@/lib/features/exports/list-view'
import { pageAddress } from '@/lib/features/social-preview/address'
import { feedsOf } from './addresses'
import { feedIds } from './feed-id'

/** The number of entries of a feed. */
export const FEED_SIZE = 50

export const SITE_NAME = 'Local Record'

/**
 * The feed of a list, latest changes first. An entry's id is made of its type and its record's id, so a correction
 * changes only its date.
 */
export const feedOf = async (view: View, lang: Lang): Promise<Feed> => {
  const [rows, last, idOf] = await Promise.all([
    sql`SELECT card FROM ${identifier(RECORD_TYPES[view.type].table)} WHERE ${and(view.where)} ORDER BY updated_at DESC, id LIMIT ${FEED_SIZE}`.rows<{
      card: unknown
    }>(),
    sql`SELECT max(at) AS at FROM revision`.rows<{ at: Date | null }>(),
    feedIds(),
  ])
  const entries = rows.map(({ card }) => {
    const of = { type: view.type, record: RECORD_TYPES[view.type].record.parse(card) } as TypedRecord
    return {
      id: idOf(`/${of.type}/${of.record.id}`),
      title: titleOf(of, lang),
      address: pageAddress(lang, of.record.path),
      published: of.record.publishedAt,
      updated: of.record.updatedAt,
      summary: summaryOf(of, lang),
    }
  })
  const path = listPath(view)
  const feeds = feedsOf(path)!
  return {
    id: idOf(`${lang} ${path}`),
    title: `${SITE_NAME}: ${view.title(lang)}`,
    lang,
    page: pageAddress(lang, path),
    atom: pageAddress(lang, feeds.atom),
    json: pageAddress(lang, feeds.json),
    updated: entries[0]?.updated ?? (last[0]?.at ?? new Date(0)).toISOString(),
    rights: 'CC BY 4.0',
    author: SITE_NAME,
    entries,
  }
}
