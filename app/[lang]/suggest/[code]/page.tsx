import type { Metadata } from 'next'
import { PageLayout } from '@/components/public/layout/page-layout'
import { ReceiptPage } from '@/components/public/suggest/receipt-page'
import { suggestMessages } from '@/components/public/suggest/suggest-messages'
import { href } from '@/lib/platform/i18n/translate'
import { aboutPage } from '@/lib/features/suggestions/about-page'
import { settings } from '@/lib/platform/settings/settings'
import { receiptStatus } from '@/lib/features/suggestions/queries'
import { langOf } from '../../lang'
import { missing } from '../../not-found-pages'

type Props = { params: Promise<{ lang: string; code: string }> }

// The receipt URL is secret, so no referrer is sent.
export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `${suggestMessages(langOf((await params).lang))('yours')} · Local Record`,
  robots: { index: false },
  referrer: 'no-referrer',
})

export default async function Page({ params }: Props) {
  const { lang: prefix, code } = await params
  const lang = langOf(prefix)
  const receipt = await receiptStatus(code)
  if (!receipt) return missing(lang)
  const address = settings().siteUrl + href(lang, `/suggest/${code}`)
  return (
    <PageLayout lang={lang} canonical={`/suggest/${code}`}>
      <ReceiptPage lang={lang} receipt={receipt} about={await aboutPage(receipt.path, lang)} address={address} />
    </PageLayout>
  )
}
