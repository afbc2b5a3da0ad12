import { Desk } from '@/app/admin/admin-page'
import { missingAtDesk } from '@/app/admin/missing'
import { may, signedIn } from '@/app/admin/session'
import { Merge } from '@/components/admin/merging/merge'
import { deskWords } from '@/components/admin/admin-messages'
import { dateWords } from '@/components/ui/format-date'
import { recordNames } from '@/lib/features/editing/editing-queries'
import { sideOf } from '@/lib/features/merging/duplicate-queries'
import { isMergeable, united } from '@/lib/features/merging/merge-values'
import { type Lang, type Text, say } from '@/lib/platform/i18n/locale'
import { merge } from '../../../actions'

type Props = { params: Promise<{ room: string; into: string; from: string }> }

export default async function Page({ params }: Props) {
  const { room, into, from } = await params
  const person = await signedIn(`/admin/duplicates/${room}/${into}/${from}`)
  if (!may(person, 'record:merge') || !isMergeable(room) || into === from) return missingAtDesk(person)
  const [stays, goes] = await Promise.all([sideOf(room, into), sideOf(room, from)])
  if (!stays || !goes) return missingAtDesk(person)
  const both = united(room, stays.data, goes.data, { from, into })
  const roles = (Array.isArray(both.roles) ? both.roles : []) as RoleData[]
  const links = [...stays.rests, ...goes.rests, ...roles.flatMap(linksOf), { room, id: into }, { room, id: from }]
  const names = await recordNames(links, person.lang)
  const others = goes.rests.filter(({ room: of, id }) => of !== room || (id !== from && id !== into))
  return (
    <Desk person={person} section="duplicates" title={deskWords(person.lang)('merging.page')}>
      <Merge
        lang={person.lang}
        room={room}
        stays={stays}
        goes={goes}
        names={names}
        united={{
          name: String(both.name ?? ''),
          aliases: (Array.isArray(both.aliases) ? both.aliases : []) as string[],
          roles: roles.map((role, at) => ({
            key: String(at),
            label: [say(role.title, person.lang).words, ...linksOf(role).map((one) => names[keyOf(one)]?.label)].join(
              ', ',
            ),
            about: datesOf(role, person.lang),
          })),
          captures: Array.isArray(both.captures) ? both.captures.length : 0,
        }}
        others={others.length}
        action={merge}
      />
    </Desk>
  )
}

type RoleData = {
  title: Text
  organizationId: string | null
  jurisdictionId: string
  from: { edtf: string } | null
  to: { edtf: string } | null
}

const keyOf = ({ room, id }: { room: string; id: string }) => `${room}/${id}`

const linksOf = ({ organizationId, jurisdictionId }: RoleData) => [
  ...(organizationId ? [{ room: 'organizations', id: organizationId }] : []),
  { room: 'jurisdictions', id: jurisdictionId },
]

const datesOf = ({ from, to }: RoleData, lang: Lang): string =>
  [from && dateWords(from, lang), to && dateWords(to, lang)].filter(Boolean).join(' – ')
