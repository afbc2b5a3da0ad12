import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInPage } from '@/components/admin/pages/sign-in'
import { deskWords } from '@/components/admin/admin-messages'
import { deskLang, personNow } from '../session'
import { signIn } from './actions'

type Props = { searchParams: Promise<{ to?: string | string[] }> }

export const generateMetadata = async (): Promise<Metadata> => ({
  title: deskWords(await deskLang())('accounts.signIn'),
})

export default async function Page({ searchParams }: Props) {
  if (await personNow()) redirect('/admin')
  const { to } = await searchParams
  return <SignInPage lang={await deskLang()} action={signIn} to={typeof to === 'string' ? to : ''} />
}
