import { PageLayout } from '@/components/public/layout/page-layout'
import { MapPage } from '@/components/public/pages/map'
import { translator } from '@/lib/platform/i18n/translate'
import { stanceMap } from '@/lib/features/map/queries'
import { nationOutline } from '@/lib/features/map/shapes'
import { FIRST_TOPIC, mapTopic } from '@/lib/features/map/topic'
import { TOPIC } from '@/lib/vocabularies/topics'
import { langOf } from '../lang'
import type { ListRoute } from '../list-page'
import { pageMetadata } from '../metadata'

const read = async ({ params, searchParams }: ListRoute) => {
  const lang = langOf((await params).lang)
  const topic = mapTopic((await searchParams).topic)
  return { lang, topic, canonical: topic === FIRST_TOPIC ? '/map' : `/map?topic=${topic}` }
}

export const generateMetadata = async (route: ListRoute) => {
  const { lang, topic, canonical } = await read(route)
  const t = translator(lang)
  const name = TOPIC[topic][lang]
  return pageMetadata({
    lang,
    path: canonical,
    title: `${t('map.title')}: ${name}`,
    description: t('map.description', { topic: name }),
  })
}

export default async function Page(route: ListRoute) {
  const { lang, topic, canonical } = await read(route)
  return (
    <PageLayout lang={lang} canonical={canonical}>
      <MapPage map={await stanceMap(topic)} outline={nationOutline()} lang={lang} />
    </PageLayout>
  )
}
