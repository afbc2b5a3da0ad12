import { Frame } from '@/components/public/layout/page-layout'
import { CodebookPage } from '@/components/public/pages/codebook'
import { words } from '@/lib/platform/i18n/translate'
import { langOf } from '../../lang'
import { pageMetadata } from '../../metadata'

type Props = { params: Promise<{ lang: string }> }

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = words(lang)
  return pageMetadata({ lang, path: '/about/codebook', title: t('about.codebook'), description: t('codebook.lead') })
}

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  return (
    <Frame lang={lang} here="/about/codebook" trail={[{ path: '/about', name: words(lang)('room.about') }]}>
      <CodebookPage lang={lang} />
    </Frame>
  )
}
