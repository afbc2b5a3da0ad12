import { PageLayout } from '@/components/public/layout/page-layout'
import { SuggestPage } from '@/components/public/suggest/suggest-page'
import { suggestMessages } from '@/components/public/suggest/suggest-messages'
import { aboutPage } from '@/lib/features/suggestions/about-page'
import { langOf } from '../lang'
import { pageMetadata } from '../metadata'
import { suggest } from './actions'

type Props = {
  params: Promise<{ lang: string }>
  searchParams: Promise<{ about?: string | string[] }>
}

const PATH = '/suggest'

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = suggestMessages(lang)
  return { ...pageMetadata({ lang, path: PATH, title: t('title'), description: t('lead') }), robots: { index: false } }
}

export default async function Page({ params, searchParams }: Props) {
  const lang = langOf((await params).lang)
  const { about } = await searchParams
  const page = await aboutPage(typeof about === 'string' ? about : '/', lang)
  return (
    <PageLayout lang={lang} canonical={page.path === '/' ? PATH : `${PATH}?about=${encodeURIComponent(page.path)}`}>
      <SuggestPage lang={lang} about={page} action={suggest} />
    </PageLayout>
  )
}
