import { Frame } from '@/components/public/layout/page-layout'
import { CorrectionsPage } from '@/components/public/reference/corrections'
import { words } from '@/lib/platform/i18n/translate'
import { listCorrections } from '@/lib/features/corrections/queries'
import { langOf } from '../../lang'
import { pageMetadata } from '../../metadata'

type Props = { params: Promise<{ lang: string }> }

const PATH = '/about/corrections'

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = words(lang)
  return pageMetadata({ lang, path: PATH, title: t('corrections.title'), description: t('corrections.lead') })
}

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  return (
    <Frame lang={lang} here={PATH} trail={[{ path: '/about', name: words(lang)('room.about') }]}>
      <CorrectionsPage corrections={await listCorrections()} lang={lang} />
    </Frame>
  )
}
