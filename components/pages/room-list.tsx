import type { ReactNode } from 'react'
import type { Lang } from '@/lib/platform/collections/language'
import { Pager } from '../frame/pager'
import { PageHead } from '../frame/section'
import { words } from '../words'

export const ROOMS = [
  'jurisdictions',
  'organizations',
  'officials',
  'statements',
  'policies',
  'stances',
  'federal-actions',
  'sources',
  'labels',
] as const
export type Room = (typeof ROOMS)[number]

type Props = { room: Room; total: number; next: string | null; after?: string; lang: Lang; children: ReactNode }

/** Any room as a list: how many records, what they are, a page of them, and the way on. */
export const RoomList = ({ room, total, next, after, lang, children }: Props) => {
  const t = words(lang)
  return (
    <>
      <PageHead title={t(`count.${room}`, { count: total })}>
        <p className="lede">{t(`roomAbout.${room}`)}</p>
      </PageHead>
      <h2 className="sr-only">{t(`room.${room}`)}</h2>
      {children}
      <Pager path={`/${room}`} next={next} after={after} lang={lang} />
    </>
  )
}
