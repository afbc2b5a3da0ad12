import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CodePage } from '@/components/admin/pages/code'
import { adminMessages } from '@/components/admin/admin-messages'
import { getAdminLocale, getSession } from '../../session'
import { challenged } from '../complete-sign-in'
import { giveCode } from './actions'

type Props = { searchParams: Promise<{ to?: string | string[] }> }

export const generateMetadata = async (): Promise<Metadata> => ({
  title: adminMessages(await getAdminLocale())('accounts.secondStep'),
})

export default async function Page({ searchParams }: Props) {
  if (await getSession()) redirect('/admin')
  if (!(await challenged())) redirect('/admin/sign-in')
  const { to } = await searchParams
  return <CodePage lang={await getAdminLocale()} action={giveCode} to={typeof to === 'string' ? to : ''} />
}
