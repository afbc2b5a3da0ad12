import { missingAtDesk } from '@/app/admin/missing'
import { signedIn } from '@/app/admin/session'

type Props = { params: Promise<{ rest: string[] }> }

export default async function Page({ params }: Props) {
  return missingAtDesk(await signedIn(`/admin/${(await params).rest.join('/')}`))
}
