import { PageLayout } from '@/components/public/layout/page-layout'
import { AboutPage } from '@/components/public/pages/about'
import { translator } from '@/lib/platform/i18n/translate'
import { langOf } from '../lang'
import { pageMetadata } from '../metadata'

type Props = { params: Promise<{ lang: string }> }

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = translator(lang)
  return pageMetadata({ lang, path: '/about', title: t('about.title'), description: t('about.lead') })
}

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  return (
    <PageLayout lang={lang} canonical="/about">
      <AboutPage lang={lang} />
    </PageLayout>
  )
}
