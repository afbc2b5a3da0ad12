import type { Metadata } from 'next'
import { HealthList } from '@/components/desk/sources/health-list'
import { deskWords } from '@/components/desk/words'
import { readHealthFilters } from '@/lib/domain/sources/health-filters'
import { sourceHealth } from '@/lib/domain/sources/health-queries'
import { sitePolicy } from '@/lib/platform/policy/policy'
import { Desk } from '../desk'
import { signedIn } from '../person'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Sources' }

export default async function Page({ searchParams }: Props) {
  const person = await signedIn('/admin/sources')
  const filters = readHealthFilters(await searchParams)
  const [found, { timeZone }] = await Promise.all([sourceHealth(filters), sitePolicy()])
  const t = deskWords(person.lang)
  return (
    <Desk
      person={person}
      section="sources"
      title={t('frame.sources')}
      action={<a href="/admin/start">{t('frame.start')}</a>}
    >
      <HealthList lang={person.lang} zone={timeZone} filters={filters} {...found} />
    </Desk>
  )
}
