import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInPage } from '@/components/admin/pages/sign-in'
import { adminMessages } from '@/components/admin/admin-messages'
import { getAdminLocale, getSession } from '../session'
import { signIn } from './actions'

type Props = { searchParams: Promise<{ to?: string | string[] }> }

export const generateMetadata = async (): Promise<Metadata> => ({
  title: adminMessages(await getAdminLocale())('accounts.signIn'),
})

export default async function Page({ searchParams }: Props) {
  if (await getSession()) redirect('/admin')
  const { to } = await searchParams
  return <SignInPage lang={await getAdminLocale()} action={signIn} to={typeof to === 'string' ? to : ''} />
}
