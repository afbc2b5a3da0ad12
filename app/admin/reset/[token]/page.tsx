import type { Metadata } from 'next'
import { getAdminLocale } from '@/app/admin/session'
import { ResetPage } from '@/components/admin/pages/reset'
import { adminMessages } from '@/components/admin/admin-messages'
import { openReset } from '@/lib/platform/auth/resets'
import { reset } from './actions'

type Props = { params: Promise<{ token: string }> }

// The URL contains a secret, so other sites don't get it. "no-referrer" would make the form's Origin header "null".
export const generateMetadata = async (): Promise<Metadata> => ({
  title: adminMessages(await getAdminLocale())('accounts.reset'),
  referrer: 'same-origin',
})

export default async function Page({ params }: Props) {
  const { token } = await params
  return <ResetPage lang={await getAdminLocale()} open={await openReset(token)} token={token} action={reset} />
}
