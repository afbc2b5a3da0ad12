import { Frame } from '@/components/frame/frame'
import { JsonLd } from '@/components/frame/json-ld'
import { Home } from '@/components/pages/home'
import { words } from '@/components/words'
import { websiteLd } from '@/lib/domain/json-ld/entry'
import { stanceMap } from '@/lib/domain/map/queries'
import { nationOutline } from '@/lib/domain/map/shapes'
import { FIRST_TOPIC, mapTopic } from '@/lib/domain/map/topic'
import { overview } from '@/lib/domain/overview/queries'
import { langOf } from './lang'
import type { ListRoute } from './list-page'
import { pageMetadata } from './metadata'

export const generateMetadata = async ({ params }: ListRoute) =>
  pageMetadata({ lang: langOf((await params).lang), path: '/' })

export default async function Page({ params, searchParams }: ListRoute) {
  const lang = langOf((await params).lang)
  const [{ newest, federalActions, counts, balance }, map] = await Promise.all([
    overview(),
    stanceMap(mapTopic((await searchParams).topic)),
  ])
  const actions = federalActions.map(({ answers, ...action }) => ({ action, answers }))
  return (
    <Frame lang={lang} here={map.topic === FIRST_TOPIC ? '/' : `/?topic=${map.topic}`}>
      <JsonLd data={websiteLd(words(lang)('site.description'), lang)} />
      <Home
        lang={lang}
        map={map}
        outline={nationOutline()}
        {...newest}
        actions={actions}
        counts={counts}
        balance={balance}
      />
    </Frame>
  )
}
