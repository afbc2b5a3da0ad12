import type { Metadata } from 'next'
import { HealthList } from '@/components/admin/sources/health-list'
import { adminMessages } from '@/components/admin/admin-messages'
import { readHealthFilters } from '@/lib/features/source-health/health-filters'
import { sourceHealth } from '@/lib/features/source-health/health-queries'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { AdminPage } from '../admin-page'
import { requireSession } from '../session'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Sources' }

export default async function Page({ searchParams }: Props) {
  const person = await requireSession('/admin/sources')
  const filters = readHealthFilters(await searchParams)
  const [health, { timeZone }] = await Promise.all([sourceHealth(filters), sitePolicy()])
  const t = adminMessages(person.lang)
  return (
    <AdminPage
      person={person}
      section="sources"
      title={t('frame.sources')}
      action={<a href="/admin/start">{t('frame.start')}</a>}
    >
      <HealthList lang={person.lang} zone={timeZone} filters={filters} {...health} />
    </AdminPage>
  )
}
