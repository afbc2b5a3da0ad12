import { AdminPage } from '@/app/admin/admin-page'
import { adminNotFound } from '@/app/admin/not-found-page'
import { hasPermission, requireSession } from '@/app/admin/session'
import { Merge } from '@/components/admin/merging/merge'
import { adminMessages } from '@/components/admin/admin-messages'
import { formatInexactDate } from '@/lib/text/format-date'
import { recordNames } from '@/lib/features/editing/editing-queries'
import { sideOf } from '@/lib/features/merging/duplicate-queries'
import { isMergeable, mergeRecordValues } from '@/lib/features/merging/merge-values'
import { type Lang, type Text, localize } from '@/lib/platform/i18n/locale'
import { merge } from '../../../actions'

type Props = { params: Promise<{ type: string; into: string; from: string }> }

export default async function Page({ params }: Props) {
  const { type, into, from } = await params
  const person = await requireSession(`/admin/duplicates/${type}/${into}/${from}`)
  if (!hasPermission(person, 'record:merge') || !isMergeable(type) || into === from) return adminNotFound(person)
  const [survivor, duplicate] = await Promise.all([sideOf(type, into), sideOf(type, from)])
  if (!survivor || !duplicate) return adminNotFound(person)
  const merged = mergeRecordValues(type, survivor.data, duplicate.data, { from, into })
  const roles = (Array.isArray(merged.roles) ? merged.roles : []) as RoleData[]
  const links = [
    ...survivor.rests,
    ...duplicate.rests,
    ...roles.flatMap(linksOf),
    { type, id: into },
    { type, id: from },
  ]
  const names = await recordNames(links, person.lang)
  const others = duplicate.rests.filter(({ type: of, id }) => of !== type || (id !== from && id !== into))
  return (
    <AdminPage person={person} section="duplicates" title={adminMessages(person.lang)('merging.page')}>
      <Merge
        lang={person.lang}
        type={type}
        survivor={survivor}
        duplicate={duplicate}
        names={names}
        merged={{
          name: String(merged.name ?? ''),
          aliases: (Array.isArray(merged.aliases) ? merged.aliases : []) as string[],
          roles: roles.map((role, at) => ({
            key: String(at),
            label: [
              localize(role.title, person.lang).text,
              ...linksOf(role).map((one) => names[keyOf(one)]?.label),
            ].join(', '),
            about: datesOf(role, person.lang),
          })),
          captures: Array.isArray(merged.captures) ? merged.captures.length : 0,
        }}
        others={others.length}
        action={merge}
      />
    </AdminPage>
  )
}

type RoleData = {
  title: Text
  organizationId: string | null
  jurisdictionId: string
  from: { edtf: string } | null
  to: { edtf: string } | null
}

const keyOf = ({ type, id }: { type: string; id: string }) => `${type}/${id}`

const linksOf = ({ organizationId, jurisdictionId }: RoleData) => [
  ...(organizationId ? [{ type: 'organizations', id: organizationId }] : []),
  { type: 'jurisdictions', id: jurisdictionId },
]

const datesOf = ({ from, to }: RoleData, lang: Lang): string =>
  [from && formatInexactDate(from, lang), to && formatInexactDate(to, lang)].filter(Boolean).join(' – ')
