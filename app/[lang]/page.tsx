import { Frame } from '@/components/frame/frame'
import { Home } from '@/components/pages/home'
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
      <Home lang={lang} {...newest} actions={actions} counts={counts} balance={balance} />
    </Frame>
  )
}
