import { PageLayout } from '@/components/public/layout/page-layout'
import { FailedPage } from '@/components/public/pages/failed'
import { langOf } from '../lang'
import { missingMetadata } from '../not-found-pages'

type Props = { params: Promise<{ lang: string }> }

export const generateMetadata = async ({ params }: Props) => missingMetadata(langOf((await params).lang), 'failed')

/** The page that the server sends in place of one that failed (server/render-error-page.ts). It reads no database. */
export default async function ErrorPage({ params }: Props) {
  const lang = langOf((await params).lang)
  return (
    <PageLayout lang={lang} canonical="/">
      <FailedPage lang={lang} />
    </PageLayout>
  )
}
