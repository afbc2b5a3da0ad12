import { redirect } from 'next/navigation'
import { AdminPage } from '@/app/admin/admin-page'
import { adminNotFound } from '@/app/admin/not-found-page'
import { requireSession } from '@/app/admin/session'
import { BulkProgress } from '@/components/admin/entries/bulk-progress'
import { adminMessages } from '@/components/admin/admin-messages'
import { bulkRun } from '@/lib/features/editing/bulk-queries'
import { resumeBulk } from '../../bulk-actions'

type Props = { params: Promise<{ run: string }>; searchParams: Promise<{ seen?: string | string[] }> }

/** Progress page of a bulk run. Reloads itself until the run finishes, then redirects to the list. */
export default async function Page({ params, searchParams }: Props) {
  const { run: id } = await params
  const { seen } = await searchParams
  const person = await requireSession(`/admin/entries/runs/${id}`)
  const run = await bulkRun(id)
  if (!run || run.byId !== person.id) return adminNotFound(person)
  if (run.finishedAt) redirect(`${run.back}${run.back.includes('?') ? '&' : '?'}run=${id}`)
  const ended = run.items.filter(({ state }) => state !== 'waiting').length
  const [previous, reloads] = String(seen ?? '')
    .split('.')
    .map(Number)
  const unchangedReloads = previous === ended ? (reloads ?? 0) + 1 : 0
  return (
    <AdminPage
      person={person}
      section="entries"
      title={adminMessages(person.lang)('entries.bulk.running', { count: run.items.length })}
    >
      <BulkProgress
        lang={person.lang}
        run={run}
        ended={ended}
        reloadPath={unchangedReloads < 8 ? `/admin/entries/runs/${id}?seen=${ended}.${unchangedReloads}` : null}
        action={resumeBulk}
      />
    </AdminPage>
  )
}
