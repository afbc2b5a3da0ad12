import { PageLayout } from '@/components/public/layout/page-layout'
import { MissingPage } from '@/components/public/pages/missing'

/** It isn't told its address, nor so its language: it speaks English and leads to both beginnings. */
export default function NotFound() {
  return (
    <PageLayout lang="en" here="/">
      <MissingPage lang="en" />
    </PageLayout>
  )
}
