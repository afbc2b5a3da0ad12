import { PageLayout } from '@/components/public/layout/page-layout'
import { JsonLd } from '@/components/public/layout/json-ld'
import { Home } from '@/components/public/pages/home'
import { translator } from '@/lib/platform/i18n/translate'
import { websiteLd } from '@/lib/features/json-ld/entry'
import { stanceMap } from '@/lib/features/map/queries'
import { nationOutline } from '@/lib/features/map/shapes'
import { FIRST_TOPIC, mapTopic } from '@/lib/features/map/topic'
import { overview } from '@/lib/features/overview/queries'
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
    <PageLayout lang={lang} canonical={map.topic === FIRST_TOPIC ? '/' : `/?topic=${map.topic}`}>
      <JsonLd data={websiteLd(translator(lang)('site.description'), lang)} />
      <Home
        lang={lang}
        map={map}
        outline={nationOutline()}
        {...newest}
        actions={actions}
        counts={counts}
        balance={balance}
      />
    </PageLayout>
  )
}
