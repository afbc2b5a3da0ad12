import { PageLayout } from '@/components/public/layout/page-layout'
import { highlightText } from '@/components/ui/highlight'
import { SearchPage } from '@/components/public/pages/search-results'
import { translator } from '@/lib/platform/i18n/translate'
import { kindsInOrder, search } from '@/lib/features/search/queries'
import { langOf } from '../lang'
import type { ListRoute } from '../list-page'
import { pageMetadata } from '../metadata'

export const generateMetadata = async ({ params }: ListRoute) => {
  const lang = langOf((await params).lang)
  return {
    ...pageMetadata({ lang, path: '/search', title: translator(lang)('search.title') }),
    robots: { index: false },
  }
}

export default async function Page({ params, searchParams }: ListRoute) {
  const lang = langOf((await params).lang)
  const { q: given } = await searchParams
  const q = typeof given === 'string' ? given.trim() : ''
  highlightText(q)
  const [found, order] = await Promise.all([search(q), kindsInOrder(q)])
  return (
    <PageLayout lang={lang} canonical={q ? `/search?q=${encodeURIComponent(q)}` : '/search'}>
      <SearchPage q={q} found={found} order={order} lang={lang} />
    </PageLayout>
  )
}
