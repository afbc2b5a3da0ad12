import { redirect } from 'next/navigation'
import { Desk } from '@/app/admin/desk'
import { signedIn } from '@/app/admin/person'
import { EntryList } from '@/components/desk/entries/entry-list'
import { deskWords } from '@/components/desk/words'
import { entriesPath, readEntryFilters } from '@/lib/domain/desk/entry-filters'
import { authors, listEntries } from '@/lib/domain/desk/entry-queries'
import { sitePolicy } from '@/lib/platform/policy/policy'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const query = await searchParams
  const filters = readEntryFilters(query)
  const here = entriesPath(filters)
  const person = await signedIn(here)
  const [page, people, policy] = await Promise.all([listEntries(filters), authors(), sitePolicy()])
  if (filters.page > page.pages) redirect(entriesPath({ ...filters, page: page.pages }))
  const t = deskWords(person.lang)
  return (
    <Desk
      person={person}
      section="entries"
      title={t('entries.title')}
      action={<a href="/admin/entries/new">{t('entries.new')}</a>}
    >
      <EntryList
        lang={person.lang}
        filters={filters}
        page={page}
        authors={people}
        zone={policy.timeZone}
        all={null}
        done={null}
        withBulk={(table) => table}
      />
    </Desk>
  )
}
