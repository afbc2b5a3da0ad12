import { PageLayout } from '@/components/public/layout/page-layout'
import { NotFoundPage } from '@/components/public/pages/not-found'

/** Next passes no params here, so the locale is unknown: the page is in English and links to both home pages. */
export default function NotFound() {
  return (
    <PageLayout lang="en" canonical="/">
      <NotFoundPage lang="en" />
    </PageLayout>
  )
}
