import { pageAddress } from '@/lib/features/social-preview/address'
import { RECORD_TYPE_NAMES, type RecordTypeName } from '@/lib/records/registry'
import { PAGES } from '@/lib/features/sitemap/pages'
import { type Entry, type Part, sitemapParts, sitemapRecords } from '@/lib/features/sitemap/queries'
import type { MinimalRequest } from '@/lib/platform/http/types'
import { writeIndex, writeUrlSet } from '@/lib/features/sitemap/write'

export const dynamic = 'force-dynamic'

/** The sitemap index; one of its files with `?type=statements&part=1`; pages other than records with `?type=pages`. */
export async function GET(request: Pick<MinimalRequest, 'url'>): Promise<Response> {
  const query = new URL(request.url).searchParams
  const type = query.get('type')
  if (type === null) return xml(await index())
  if (type === 'pages') return xml(writeUrlSet(await pages()))
  const part = query.get('part') ?? ''
  if (!isList(type) || !/^[1-9]\d{0,4}$/.test(part)) return missing()
  const records = await sitemapRecords(type, Number(part))
  return records.length ? xml(writeUrlSet(records)) : missing()
}

const isList = (type: string): type is RecordTypeName => (RECORD_TYPE_NAMES as readonly string[]).includes(type)

async function index(): Promise<string> {
  const parts = await sitemapParts()
  const fileAt = (query: string) => pageAddress('en', `/sitemap.xml?${query}`)
  return writeIndex([
    { address: fileAt('type=pages'), updatedAt: latest(parts) },
    ...parts.map(({ type, part, updatedAt }) => ({ address: fileAt(`type=${type}&part=${part}`), updatedAt })),
  ])
}

async function pages(): Promise<Entry[]> {
  const parts = await sitemapParts()
  return [
    ...PAGES.map((path) => ({ path, updatedAt: path.startsWith('/about') ? null : latest(parts) })),
    ...RECORD_TYPE_NAMES.map((type) => ({
      path: `/${type}`,
      updatedAt: latest(parts.filter((one) => one.type === type)),
    })),
  ]
}

const latest = (parts: readonly Part[]): Date | null =>
  parts.reduce<Date | null>((last, { updatedAt }) => (last && last >= updatedAt ? last : updatedAt), null)

const xml = (body: string) => new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })

const missing = () =>
  new Response('There is no such file.\n', { status: 404, headers: { 'Content-Type': 'text/plain' } })
