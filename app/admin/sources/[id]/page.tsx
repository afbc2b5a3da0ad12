import type { Metadata } from 'next'
import { AdminPage } from '@/app/admin/admin-page'
import { adminNotFound } from '@/app/admin/not-found-page'
import { hasPermission, requireSession } from '@/app/admin/session'
import { SourcePage } from '@/components/admin/sources/source-page'
import { adminMessages } from '@/components/admin/admin-messages'
import {
  archiveHistory,
  entriesOf,
  linkHistory,
  lostQuotes,
  adminSource,
} from '@/lib/features/source-health/admin-queries'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { settings } from '@/lib/platform/settings/settings'
import { requestCopy, check, recaptureText, recapture, retryCopy, applyCopy } from './actions'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Source' }

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const person = await requireSession(`/admin/sources/${id}`)
  const source = /^[0-9a-z]{10}$/.test(id) ? await adminSource(id) : null
  if (!source) return adminNotFound(person)
  const [links, copies, lost, entries, { timeZone }] = await Promise.all([
    linkHistory(id),
    archiveHistory(id),
    lostQuotes(id),
    entriesOf(id),
    sitePolicy(),
  ])
  return (
    <AdminPage
      person={person}
      section="sources"
      title={source.title || adminMessages(person.lang)('sources.page.untitled')}
    >
      <SourcePage
        lang={person.lang}
        zone={timeZone}
        source={source}
        links={links}
        copies={copies}
        lost={lost}
        entries={entries}
        query={await searchParams}
        may={{ check: hasPermission(person, 'source:check'), archive: settings().archive !== null }}
        actions={{ check, recapture, recaptureText, requestCopy, retryCopy, applyCopy }}
      />
    </AdminPage>
  )
}
