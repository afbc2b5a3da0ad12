import { Frame } from '@/components/frame/frame'
import { JsonLd } from '@/components/frame/json-ld'
import { Home } from '@/components/pages/home'
import { words } from '@/components/words'
import { websiteLd } from '@/lib/domain/json-ld/entry'
import { overview } from '@/lib/domain/overview/queries'
import { langOf } from './lang'
import { pageMetadata } from './metadata'

type Props = { params: Promise<{ lang: string }> }

export const generateMetadata = async ({ params }: Props) =>
  pageMetadata({ lang: langOf((await params).lang), path: '/' })

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  const { newest, federalActions, counts, balance } = await overview()
  const actions = federalActions.map(({ answers, ...action }) => ({ action, answers }))
  return (
    <Frame lang={lang} here="/">
      <JsonLd data={websiteLd(words(lang)('site.description'), lang)} />
      <Home lang={lang} {...newest} actions={actions} counts={counts} balance={balance} />
    </Frame>
  )
}
