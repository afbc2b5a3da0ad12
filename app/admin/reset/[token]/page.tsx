import type { Metadata } from 'next'
import { deskLang } from '@/app/admin/session'
import { ResetPage } from '@/components/admin/pages/reset'
import { deskWords } from '@/components/admin/admin-messages'
import { openReset } from '@/lib/platform/auth/resets'
import { reset } from './actions'

type Props = { params: Promise<{ token: string }> }

// The address holds a secret: it is told to no other site. With 'no-referrer' a form's own origin would be "null".
export const generateMetadata = async (): Promise<Metadata> => ({
  title: deskWords(await deskLang())('accounts.reset'),
  referrer: 'same-origin',
})

export default async function Page({ params }: Props) {
  const { token } = await params
  return <ResetPage lang={await deskLang()} open={await openReset(token)} token={token} action={reset} />
}
