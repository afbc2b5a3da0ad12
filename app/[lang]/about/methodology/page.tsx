import { Frame } from '@/components/frame/frame'
import { MethodologyPage } from '@/components/pages/methodology'
import { words } from '@/components/words'
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
