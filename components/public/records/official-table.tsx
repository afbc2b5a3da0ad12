import { currentRole } from '@/lib/records/officials/role-on'
import type { Official, Role } from '@/lib/records/officials/schema'
import { today } from '@/lib/text/today'
import { PARTY } from '@/lib/vocabularies/bodies'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInexactDate } from '@/lib/text/format-date'
import { RecordLink } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { districtWords } from '@/components/ui/speaker'
import { translator } from '@/lib/platform/i18n/translate'

/** `at`: id of the place whose roles are shown; by default each official's current role. */
type Props = { officials: readonly Official[]; lang: Lang; at?: string }

export const OfficialTable = ({ officials, lang, at }: Props) => {
  const t = translator(lang)
  const heads = { role: t('list.role'), place: t('list.place'), party: t('official.party') }
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{t('list.name')}</th>
          <th scope="col">{heads.role}</th>
          {!at && <th scope="col">{heads.place}</th>}
          <th scope="col">{heads.party}</th>
        </tr>
      </thead>
      <tbody>
        {officials.map((official) => {
          const role = shownRole(official, at)
          return (
            <tr key={official.id}>
              <th scope="row">
                <RecordLink to={official} lang={lang} />
              </th>
              <td data-column={heads.role}>
                <span>
                  <Localized text={role.title} lang={lang} />
                  {role.organization && `, ${role.organization.name}`}
                  {role.district && `, ${districtWords(role.district, lang)}`}
                  <span className="quiet block">{roleDates(role, lang)}</span>
                </span>
              </td>
              {!at && (
                <td data-column={heads.place}>
                  <RecordLink to={role.jurisdiction} lang={lang} />
                </td>
              )}
              <td data-column={heads.party}>{role.party && PARTY[role.party][lang]}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The current role, among those at the place if the official has one there. */
const shownRole = ({ roles }: Official, at?: string): Role => {
  const here = at ? roles.filter((one) => one.jurisdiction.id === at) : []
  return currentRole(here.length ? here : roles, today())!
}

/** "From: 3 January 2021 · To: not known"; empty if both ends are unknown. */
export const roleDates = ({ from, to }: Pick<Role, 'from' | 'to'>, lang: Lang): string => {
  const t = translator(lang)
  if (!from && !to) return ''
  const end = (date: typeof from) => (date ? formatInexactDate(date, lang) : t('official.unknown'))
  return `${t('official.from')}: ${end(from)} · ${t('official.to')}: ${end(to)}`
}
