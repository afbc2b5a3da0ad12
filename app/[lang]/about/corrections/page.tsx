import { Frame } from '@/components/frame/frame'
import { CorrectionsPage } from '@/components/reference/corrections'
import { words } from '@/components/words'
import { listCorrections } from '@/lib/domain/corrections/queries'
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
