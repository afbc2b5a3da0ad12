import { redirect } from 'next/navigation'
import { signedIn } from '@/app/admin/session'

/** What waits for a second look is a list like any other. */
export default async function Page() {
  await signedIn('/admin/review')
  redirect('/admin/entries?state=in_review')
}
