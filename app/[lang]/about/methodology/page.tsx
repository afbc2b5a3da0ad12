import { Frame } from '@/components/public/layout/page-layout'
import { MethodologyPage } from '@/components/public/pages/methodology'
import { words } from '@/lib/platform/i18n/translate'
import { langOf } from '../../lang'
import { pageMetadata } from '../../metadata'

type Props = { params: Promise<{ lang: string }> }

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = words(lang)
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
    <Frame lang={lang} here="/about/methodology" trail={[{ path: '/about', name: words(lang)('room.about') }]}>
      <MethodologyPage lang={lang} />
    </Frame>
  )
}
