import { PageLayout } from '@/components/public/layout/page-layout'
import { MissingPage } from '@/components/public/pages/missing'

/** Next passes no params here, so the locale is unknown: the page is in English and links to both home pages. */
export default function NotFound() {
  return (
    <PageLayout lang="en" here="/">
      <MissingPage lang="en" />
    </PageLayout>
  )
}
