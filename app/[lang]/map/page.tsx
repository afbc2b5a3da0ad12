import { Frame } from '@/components/frame/frame'
import { MapPage } from '@/components/pages/map'
import { words } from '@/components/words'
import { stanceMap } from '@/lib/domain/map/queries'
import { nationOutline } from '@/lib/domain/map/shapes'
import { FIRST_TOPIC, mapTopic } from '@/lib/domain/map/topic'
import { TOPIC } from '@/lib/domain/taxonomy/topics'
import { langOf } from '../lang'
import type { ListRoute } from '../list-page'
import { pageMetadata } from '../metadata'

const read = async ({ params, searchParams }: ListRoute) => {
  const lang = langOf((await params).lang)
  const topic = mapTopic((await searchParams).topic)
  return { lang, topic, here: topic === FIRST_TOPIC ? '/map' : `/map?topic=${topic}` }
}

export const generateMetadata = async (route: ListRoute) => {
  const { lang, topic, here } = await read(route)
  const t = words(lang)
  const name = TOPIC[topic][lang]
  return pageMetadata({
    lang,
    path: here,
    title: `${t('map.title')}: ${name}`,
    description: t('map.description', { topic: name }),
  })
}

export default async function Page(route: ListRoute) {
  const { lang, topic, here } = await read(route)
  return (
    <Frame lang={lang} here={here}>
      <MapPage map={await stanceMap(topic)} outline={nationOutline()} lang={lang} />
    </Frame>
  )
}
