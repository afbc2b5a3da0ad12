import { redirect } from 'next/navigation'
import { AdminPage } from '@/app/admin/admin-page'
import { hasPermission, requireSession } from '@/app/admin/session'
import { BulkBar } from '@/components/admin/entries/bulk-bar'
import { BulkResult } from '@/components/admin/entries/bulk-result'
import { EntryList } from '@/components/admin/entries/entry-list'
import { adminMessages } from '@/components/admin/admin-messages'
import { UNDOES } from '@/lib/features/editing/bulk'
import { bulkRun } from '@/lib/features/editing/bulk-queries'
import { entriesPath, readEntryFilters } from '@/lib/features/editing/entry-filters'
import { authors, listEntries, matchingDrafts } from '@/lib/features/editing/entry-queries'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { localTimeIn, timeZoneOptions } from '@/lib/platform/i18n/time-zones'
import { doBulk, undoBulk } from './bulk-actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const query = await searchParams
  const filters = readEntryFilters(query)
  const person = await requireSession(entriesPath(filters))
  const [page, people, policy, all, run] = await Promise.all([
    listEntries(filters),
    authors(),
    sitePolicy(),
    query.all === '1' ? matchingDrafts(filters) : null,
    typeof query.run === 'string' ? bulkRun(query.run) : null,
  ])
  if (filters.page > page.pages) redirect(withRun(entriesPath({ ...filters, page: page.pages }), query.run))
  const t = adminMessages(person.lang)
  const { lang } = person
  const zone = policy.timeZone
  const tomorrow = localTimeIn(new Date(Date.now() + 86_400_000), zone).slice(0, 10)
  return (
    <AdminPage
      person={person}
      section="entries"
      title={t('entries.title')}
      action={<a href="/admin/entries/new">{t('entries.new')}</a>}
    >
      <EntryList
        lang={lang}
        filters={filters}
        page={page}
        authors={people}
        zone={zone}
        all={all}
        done={
          run?.finishedAt &&
          run.byId === person.id && <BulkResult lang={lang} run={run} undo={UNDOES[run.kind] ? undoBulk : null} />
        }
        withBulk={(table) => (
          <BulkBar
            lang={lang}
            filters={filters}
            drafts={page.drafts}
            all={all}
            may={{ publish: hasPermission(person, 'record:publish') }}
            when={{ date: tomorrow, time: '09:00', zone, zones: timeZoneOptions(zone) }}
            action={doBulk}
          >
            {table}
          </BulkBar>
        )}
      />
    </AdminPage>
  )
}

const withRun = (path: string, run: string | string[] | undefined): string =>
  typeof run === 'string' ? `${path}${path.includes('?') ? '&' : '?'}run=${encodeURIComponent(run)}` : path
