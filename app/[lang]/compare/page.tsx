import { PageLayout } from '@/components/public/layout/page-layout'
import { ComparePage } from '@/components/public/pages/compare'
import { translator } from '@/lib/platform/i18n/translate'
import { compareAddress, readCompareQuery } from '@/lib/features/compare/compare-query'
import { compare } from '@/lib/features/compare/queries'
import { searchPlaces } from '@/lib/features/search/queries'
import { langOf } from '../lang'
import type { ListRoute } from '../list-page'
import { pageMetadata } from '../metadata'

const read = async ({ params, searchParams }: ListRoute) => {
  const lang = langOf((await params).lang)
  const query = await searchParams
  const parsed = readCompareQuery(query)
  const q = typeof query.add === 'string' ? query.add.trim() : ''
  return { lang, q, ...parsed, canonical: compareAddress(parsed.paths, parsed.on) }
}

export const generateMetadata = async (route: ListRoute) => {
  const { lang, canonical } = await read(route)
  const t = translator(lang)
  return pageMetadata({ lang, path: canonical, title: t('compare.title'), description: t('compare.lead') })
}

export default async function Page(route: ListRoute) {
  const { lang, q, paths, on, ignored, canonical } = await read(route)
  const found = q ? await searchPlaces(q) : []
  // A single match is added without asking.
  const chosen = found.length === 1 ? [...paths, found[0]!.path].slice(0, 4) : paths
  const { places, missing } = await compare({ paths: chosen, on })
  const searchState = found.length > 1 ? { found, q } : { found: [], q: found.length ? '' : q }
  return (
    <PageLayout lang={lang} canonical={canonical}>
      <ComparePage places={places} on={on} ignored={[...ignored, ...missing]} search={searchState} lang={lang} />
    </PageLayout>
  )
}
