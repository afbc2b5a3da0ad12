import { PageLayout } from '@/components/public/layout/page-layout'
import { CodebookPage } from '@/components/public/pages/codebook'
import { translator } from '@/lib/platform/i18n/translate'
import { langOf } from '../../lang'
import { pageMetadata } from '../../metadata'

type Props = { params: Promise<{ lang: string }> }

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = translator(lang)
  return pageMetadata({ lang, path: '/about/codebook', title: t('about.codebook'), description: t('codebook.lead') })
}

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  return (
    <PageLayout
      lang={lang}
      canonical="/about/codebook"
      trail={[{ path: '/about', name: translator(lang)('recordType.about') }]}
    >
      <CodebookPage lang={lang} />
    </PageLayout>
  )
}
