import { Frame } from '@/components/public/layout/page-layout'
import { markWords } from '@/components/ui/highlight'
import { SearchPage } from '@/components/public/pages/search-results'
import { words } from '@/lib/platform/i18n/translate'
import { kindsInOrder, search } from '@/lib/features/search/queries'
import { langOf } from '../lang'
import type { ListRoute } from '../list-page'
import { pageMetadata } from '../metadata'

export const generateMetadata = async ({ params }: ListRoute) => {
  const lang = langOf((await params).lang)
  return { ...pageMetadata({ lang, path: '/search', title: words(lang)('search.title') }), robots: { index: false } }
}

export default async function Page({ params, searchParams }: ListRoute) {
  const lang = langOf((await params).lang)
  const { q: given } = await searchParams
  const q = typeof given === 'string' ? given.trim() : ''
  markWords(q)
  const [found, order] = await Promise.all([search(q), kindsInOrder(q)])
  return (
    <Frame lang={lang} here={q ? `/search?q=${encodeURIComponent(q)}` : '/search'}>
      <SearchPage q={q} found={found} order={order} lang={lang} />
    </Frame>
  )
}
