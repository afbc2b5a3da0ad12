import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { type ListView, listAddress } from '@/components/filters/view'
import { Frame } from '@/components/frame/frame'
import { type Room, RoomList } from '@/components/pages/room-list'
import { href, words } from '@/components/words'
import { COLLECTIONS } from '@/lib/domain/collections'
import { namesIn } from '@/lib/domain/names/queries'
import type { Lang } from '@/lib/platform/collections/language'
import type { Collection } from '@/lib/platform/records/collection'
import { langOf } from './lang'
import { pageMetadata } from './metadata'

/** `/statements?state=TX&after=…` */
export type ListRoute = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

type RecordOf<N extends Room> = Awaited<ReturnType<(typeof COLLECTIONS)[N]['list']>>['rows'][number]

/** What the address of a list may say beside its filters. */
const OWN = ['after', 'sort']

export const listMetadata = async (route: ListRoute, room: Room): Promise<Metadata> => {
  const { lang, values, here } = await readView(route, room)
  const { filters } = collectionOf(room)
  const filtered = Object.keys(values).length > 0
  const title = filtered
    ? filters.sentence(values, lang, { names: await namesIn(filters, values) })
    : words(lang)(`room.${room}`)
  return {
    ...pageMetadata({ lang, path: here, title, description: words(lang)(`roomAbout.${room}`) }),
    // There are more views than a search engine should read; it finds every record without them.
    ...(filtered && { robots: { index: false } }),
  }
}

/** A page of a room's records, as its address asks for them and as the room shows them. */
export const listPage = async <const N extends Room>(
  route: ListRoute,
  room: N,
  show: (rows: RecordOf<N>[], lang: Lang) => ReactNode,
  before?: (lang: Lang) => ReactNode,
) => {
  const { lang, values, issues, after, sort, asked, here } = await readView(route, room)
  // A form sends its empty fields as well: every view has one address.
  if (issues.length === 0 && asked !== here) redirect(href(lang, here))
  const { filters, sorts, list, facets: count, inexact, waysOut } = collectionOf(room)
  const [{ rows, total, next }, facets, dates] = await Promise.all([
    list({ after, sort, filters: values }),
    count(values),
    inexact(values),
  ])
  const [names, ways] = await Promise.all([namesIn(filters, values, facets), total === 0 ? waysOut(values) : []])
  const path = `/${room}`
  const view: ListView = {
    path,
    filters,
    values,
    issues,
    names,
    facets,
    inexact: dates,
    waysOut: ways,
    sorts,
    sort,
    total,
  }
  const plain = after === undefined && Object.keys(values).length === 0
  return (
    <Frame lang={lang} here={here}>
      <RoomList room={room} view={view} next={next} after={after} lang={lang} before={plain && before?.(lang)}>
        {show(rows as RecordOf<N>[], lang)}
      </RoomList>
    </Frame>
  )
}

const collectionOf = (room: Room): Collection => COLLECTIONS[room] as Collection

/** What the address of a list says, and its canonical form in English. */
const readView = async ({ params, searchParams }: ListRoute, room: Room) => {
  const lang = langOf((await params).lang)
  const given = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  )
  const { filters, sorts } = collectionOf(room)
  const { values, issues } = filters.parse(given, OWN)
  const after = given.get('after') || undefined
  const asked = given.get('sort') ?? ''
  const sort = Object.keys(sorts).indexOf(asked) > 0 ? asked : ''
  const path = `/${room}`
  const query = given.toString()
  return {
    lang,
    values,
    issues,
    after,
    sort,
    asked: query ? `${path}?${query}` : path,
    here: listAddress({ path, filters }, values, { sort, after }),
  }
}

/** What the address of a list without filters says: where the page begins, and itself in English. */
export const readList = async ({ params, searchParams }: ListRoute, room: string) => {
  const lang = langOf((await params).lang)
  const { after: given } = await searchParams
  const after = typeof given === 'string' && given ? given : undefined
  return { lang, after, here: after ? `/${room}?after=${encodeURIComponent(after)}` : `/${room}` }
}
