import { adminNotFound } from '@/app/admin/not-found-page'
import { requireSession } from '@/app/admin/session'

type Props = { params: Promise<{ rest: string[] }> }

export default async function Page({ params }: Props) {
  return adminNotFound(await requireSession(`/admin/${(await params).rest.join('/')}`))
}
