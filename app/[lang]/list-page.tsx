import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Frame } from '@/components/frame/frame'
import { type Room, RoomList } from '@/components/pages/room-list'
import { words } from '@/components/words'
import type { Lang } from '@/lib/platform/collections/language'
import type { Page } from '@/lib/platform/records/read'
import { langOf } from './lang'
import { pageMetadata } from './metadata'

/** `/statements?after=…` */
export type ListRoute = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const listMetadata = async (route: ListRoute, room: Room): Promise<Metadata> => {
  const { lang, here } = await readList(route, room)
  const t = words(lang)
  return pageMetadata({ lang, path: here, title: t(`room.${room}`), description: t(`roomAbout.${room}`) })
}

/** A page of a room's records, as the room shows them. */
export const listPage = async <R,>(
  route: ListRoute,
  room: Room,
  list: (options: { after?: string }) => Promise<Page<R>>,
  view: (rows: R[], lang: Lang) => ReactNode,
) => {
  const { lang, after, here } = await readList(route, room)
  const { rows, total, next } = await list({ after })
  return (
    <Frame lang={lang} here={here}>
      <RoomList room={room} total={total} next={next} after={after} lang={lang}>
        {view(rows, lang)}
      </RoomList>
    </Frame>
  )
}

/** What the address of a list says: its language, where the page begins, and itself in English. */
export const readList = async ({ params, searchParams }: ListRoute, room: string) => {
  const lang = langOf((await params).lang)
  const { after: given } = await searchParams
  const after = typeof given === 'string' && given ? given : undefined
  return { lang, after, here: after ? `/${room}?after=${encodeURIComponent(after)}` : `/${room}` }
}
