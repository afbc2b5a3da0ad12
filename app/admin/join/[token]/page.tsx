import type { Metadata } from 'next'
import { getAdminLocale } from '@/app/admin/session'
import { JoinPage } from '@/components/admin/pages/join'
import { adminMessages } from '@/components/admin/admin-messages'
import { openInvitation } from '@/lib/platform/auth/invitations'
import { join } from './actions'

type Props = { params: Promise<{ token: string }> }

// The URL contains a secret, so other sites don't get it. "no-referrer" would make the form's Origin header "null".
export const generateMetadata = async (): Promise<Metadata> => ({
  title: adminMessages(await getAdminLocale())('accounts.join'),
  referrer: 'same-origin',
})

export default async function Page({ params }: Props) {
  const { token } = await params
  return <JoinPage lang={await getAdminLocale()} invitation={await openInvitation(token)} token={token} action={join} />
}
