import { redirect } from 'next/navigation'
import { requireSession } from '@/app/admin/session'

/** The review queue is a filtered list of entries. */
export default async function Page() {
  await requireSession('/admin/review')
  redirect('/admin/entries?state=in_review')
}
