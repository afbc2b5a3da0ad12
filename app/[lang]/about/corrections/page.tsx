import { PageLayout } from '@/components/public/layout/page-layout'
import { CorrectionsPage } from '@/components/public/reference/corrections'
import { translator } from '@/lib/platform/i18n/translate'
import { listCorrections } from '@/lib/features/corrections/queries'
import { langOf } from '../../lang'
import { pageMetadata } from '../../metadata'

type Props = { params: Promise<{ lang: string }> }

const PATH = '/about/corrections'

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = translator(lang)
  return pageMetadata({ lang, path: PATH, title: t('corrections.title'), description: t('corrections.lead') })
}

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  return (
    <PageLayout lang={lang} canonical={PATH} trail={[{ path: '/about', name: translator(lang)('recordType.about') }]}>
      <CorrectionsPage corrections={await listCorrections()} lang={lang} />
    </PageLayout>
  )
}
