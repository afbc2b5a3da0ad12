import { redirect } from 'next/navigation'
import { requireSession } from '@/app/admin/session'

/** What waits for a second look is a list like any other. */
export default async function Page() {
  await requireSession('/admin/review')
  redirect('/admin/entries?state=in_review')
}
