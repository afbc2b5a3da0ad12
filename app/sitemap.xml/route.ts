import { pageAddress } from '@/lib/features/social-preview/address'
import { RECORD_TYPE_NAMES, type RecordTypeName, PAGES } from '@/lib/records/paths'
import { type Entry, type Part, sitemapParts, sitemapRecords } from '@/lib/features/sitemap/queries'
import type { MinimalRequest } from '@/lib/platform/http/types'
import { writeIndex, writeUrlSet } from '@/lib/features/sitemap/write'

export const dynamic = 'force-dynamic'

/** The index; with `?room=statements&part=1` one of its files; with `?room=pages` the pages that are no record. */
export async function GET(request: Pick<MinimalRequest, 'url'>): Promise<Response> {
  const query = new URL(request.url).searchParams
  const room = query.get('room')
  if (room === null) return xml(await index())
  if (room === 'pages') return xml(writeUrlSet(await pages()))
  const part = query.get('part') ?? ''
  if (!isList(room) || !/^[1-9]\d{0,4}$/.test(part)) return missing()
  const records = await sitemapRecords(room, Number(part))
  return records.length ? xml(writeUrlSet(records)) : missing()
}

const isList = (room: string): room is RecordTypeName => (RECORD_TYPE_NAMES as readonly string[]).includes(room)

async function index(): Promise<string> {
  const parts = await sitemapParts()
  const fileAt = (query: string) => pageAddress('en', `/sitemap.xml?${query}`)
  return writeIndex([
    { address: fileAt('room=pages'), updatedAt: latest(parts) },
    ...parts.map(({ room, part, updatedAt }) => ({ address: fileAt(`room=${room}&part=${part}`), updatedAt })),
  ])
}

async function pages(): Promise<Entry[]> {
  const parts = await sitemapParts()
  return [
    ...PAGES.map((path) => ({ path, updatedAt: path.startsWith('/about') ? null : latest(parts) })),
    ...RECORD_TYPE_NAMES.map((room) => ({
      path: `/${room}`,
      updatedAt: latest(parts.filter((one) => one.room === room)),
    })),
  ]
}

const latest = (parts: readonly Part[]): Date | null =>
  parts.reduce<Date | null>((last, { updatedAt }) => (last && last >= updatedAt ? last : updatedAt), null)

const xml = (body: string) => new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })

const missing = () =>
  new Response('There is no such file.\n', { status: 404, headers: { 'Content-Type': 'text/plain' } })
