import { Frame } from '@/components/frame/frame'
import { ApiPage } from '@/components/reference/api'
import { words } from '@/components/words'
import { openApiDocument } from '@/lib/domain/api/document'
import { operations } from '@/lib/domain/api/operations'
import { LIMITS } from '@/lib/platform/api/limits'
import { langOf } from '../../lang'
import { pageMetadata } from '../../metadata'

type Props = { params: Promise<{ lang: string }> }

const PATH = '/about/api'

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = words(lang)
  return pageMetadata({ lang, path: PATH, title: t('api.title'), description: t('api.lead') })
}

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  const { servers, components } = openApiDocument()
  return (
    <Frame lang={lang} here={PATH} trail={[{ path: '/about', name: words(lang)('room.about') }]}>
      <ApiPage
        base={servers[0]!.url}
        operations={operations()}
        schemas={components.schemas}
        limits={LIMITS}
        lang={lang}
      />
    </Frame>
  )
}
