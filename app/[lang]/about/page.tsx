import { Frame } from '@/components/public/layout/page-layout'
import { AboutPage } from '@/components/public/pages/about'
import { words } from '@/lib/platform/i18n/translate'
import { langOf } from '../lang'
import { pageMetadata } from '../metadata'

type Props = { params: Promise<{ lang: string }> }

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = words(lang)
  return pageMetadata({ lang, path: '/about', title: t('about.title'), description: t('about.lead') })
}

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  return (
    <Frame lang={lang} here="/about">
      <AboutPage lang={lang} />
    </Frame>
  )
}
