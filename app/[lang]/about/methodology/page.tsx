import { PageLayout } from '@/components/public/layout/page-layout'
import { MethodologyPage } from '@/components/public/pages/methodology'
import { translator } from '@/lib/platform/i18n/translate'
import { langOf } from '../../lang'
import { pageMetadata } from '../../metadata'

type Props = { params: Promise<{ lang: string }> }

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = translator(lang)
  return pageMetadata({
    lang,
    path: '/about/methodology',
    title: t('about.methodology'),
    description: t('method.lead'),
  })
}

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  return (
    <PageLayout
      lang={lang}
      canonical="/about/methodology"
      trail={[{ path: '/about', name: translator(lang)('recordType.about') }]}
    >
      <MethodologyPage lang={lang} />
    </PageLayout>
  )
}
