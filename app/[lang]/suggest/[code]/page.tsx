import type { Metadata } from 'next'
import { Frame } from '@/components/public/layout/page-layout'
import { ToldPage } from '@/components/public/suggest/receipt-page'
import { suggestWords } from '@/components/public/suggest/suggest-messages'
import { href } from '@/lib/platform/i18n/translate'
import { aboutPage } from '@/lib/features/suggestions/about-page'
import { settings } from '@/lib/platform/settings/settings'
import { toldTo } from '@/lib/features/suggestions/queries'
import { langOf } from '../../lang'
import { missing } from '../../missing'

type Props = { params: Promise<{ lang: string; code: string }> }

// The address is the reader's alone: it is told to nobody.
export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `${suggestWords(langOf((await params).lang))('yours')} · Local Record`,
  robots: { index: false },
  referrer: 'no-referrer',
})

export default async function Page({ params }: Props) {
  const { lang: prefix, code } = await params
  const lang = langOf(prefix)
  const told = await toldTo(code)
  if (!told) return missing(lang)
  const address = settings().siteUrl + href(lang, `/suggest/${code}`)
  return (
    <Frame lang={lang} here={`/suggest/${code}`}>
      <ToldPage lang={lang} told={told} about={await aboutPage(told.path, lang)} address={address} />
    </Frame>
  )
}
