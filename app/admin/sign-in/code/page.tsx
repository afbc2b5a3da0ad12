import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CodePage } from '@/components/admin/pages/code'
import { adminMessages } from '@/components/admin/admin-messages'
import { getAdminLocale, getSession } from '../../session'
import { pendingSignIn } from '../complete-sign-in'
import { submitCode } from './actions'

type Props = { searchParams: Promise<{ to?: string | string[] }> }

export const generateMetadata = async (): Promise<Metadata> => ({
  title: adminMessages(await getAdminLocale())('accounts.secondStep'),
})

export default async function Page({ searchParams }: Props) {
  if (await getSession()) redirect('/admin')
  if (!(await pendingSignIn())) redirect('/admin/sign-in')
  const { to } = await searchParams
  return <CodePage lang={await getAdminLocale()} action={submitCode} to={typeof to === 'string' ? to : ''} />
}
