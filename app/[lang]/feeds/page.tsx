import { PageLayout } from '@/components/public/layout/page-layout'
import { FeedsPage } from '@/components/public/reference/feeds'
import { translator } from '@/lib/platform/i18n/translate'
import { langOf } from '../lang'
import { pageMetadata } from '../metadata'

type Props = { params: Promise<{ lang: string }> }

const PATH = '/feeds'

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = translator(lang)
  return pageMetadata({ lang, path: PATH, title: t('download.feedsTitle'), description: t('download.feedsLead') })
}

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  return (
    <PageLayout lang={lang} canonical={PATH}>
      <FeedsPage lang={lang} />
    </PageLayout>
  )
}
