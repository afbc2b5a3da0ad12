import { PageLayout } from '@/components/public/layout/page-layout'
import { ApiPage } from '@/components/public/reference/api'
import { translator } from '@/lib/platform/i18n/translate'
import { openApiDocument } from '@/lib/features/api/document'
import { operations } from '@/lib/features/api/operations'
import { LIMITS } from '@/lib/platform/api/api-limits'
import { langOf } from '../../lang'
import { pageMetadata } from '../../metadata'

type Props = { params: Promise<{ lang: string }> }

const PATH = '/about/api'

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = translator(lang)
  return pageMetadata({ lang, path: PATH, title: t('api.title'), description: t('api.lead') })
}

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  const { servers, components } = openApiDocument()
  return (
    <PageLayout lang={lang} canonical={PATH} trail={[{ path: '/about', name: translator(lang)('recordType.about') }]}>
      <ApiPage
        base={servers[0]!.url}
        operations={operations()}
        schemas={components.schemas}
        limits={LIMITS}
        lang={lang}
      />
    </PageLayout>
  )
}
