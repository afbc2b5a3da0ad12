import { AdminPage } from '@/app/admin/admin-page'
import { requireSession } from '@/app/admin/session'
import { ChangeLines } from '@/components/admin/changes/change-lines'
import { Changes } from '@/components/admin/changes/changes'
import { adminMessages } from '@/components/admin/admin-messages'
import { type ChangeFilters, changes } from '@/lib/features/history/change-queries'
import { linksIn } from '@/lib/features/history/describe-change'
import { COMMAND_LABELS } from '@/lib/vocabularies/commands'
import { recordNames } from '@/lib/features/editing/editing-queries'
import { readEntryFilters } from '@/lib/features/editing/entry-filters'
import { authors } from '@/lib/features/editing/entry-queries'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'

type Query = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Query> }

export default async function Page({ searchParams }: Props) {
  const filters = filtersOf(await searchParams)
  const person = await requireSession('/admin/changes')
  const { timeZone } = await sitePolicy()
  const [{ lines, next }, people] = await Promise.all([changes(filters, timeZone), authors()])
  const names = await recordNames(
    lines.flatMap(({ detail }) => linksIn(detail).slice(0, 3)),
    person.lang,
  )
  return (
    <AdminPage person={person} section="changes" title={adminMessages(person.lang)('changes.title')}>
      <Changes lang={person.lang} filters={filters} people={people} next={next} empty={lines.length === 0}>
        <ChangeLines lang={person.lang} lines={lines} names={names} zone={timeZone} />
      </Changes>
    </AdminPage>
  )
}

/** Ignores invalid filter values. */
const filtersOf = (query: Query): ChangeFilters => {
  const one = (name: string, form: RegExp) => {
    const value = query[name]
    return typeof value === 'string' && form.test(value) ? value : ''
  }
  const command = one('command', /^[a-zA-Z.-]{1,60}$/)
  const { types, since } = readEntryFilters({ type: one('type', /^[a-z-]+$/), since: query.day })
  return {
    by: one('by', /^[\w-]{1,64}$/),
    command: command in COMMAND_LABELS ? command : '',
    type: types[0] ?? '',
    day: since,
    before: one('before', /^\d{1,18}$/),
  }
}
