import type { Metadata } from 'next'
import { deskLang } from '@/app/admin/person'
import { ResetPage } from '@/components/desk/pages/reset'
import { deskWords } from '@/components/desk/words'
import { openReset } from '@/lib/platform/accounts/resets'
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
