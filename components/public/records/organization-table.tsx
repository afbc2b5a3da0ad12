import type { Organization } from '@/lib/records/organizations/schema'
import { ORGANIZATION_KIND } from '@/lib/vocabularies/bodies'
import type { Lang } from '@/lib/platform/i18n/locale'
import { RecordLink } from '@/components/ui/record-link'
import { translator } from '@/lib/platform/i18n/translate'

type Props = { organizations: readonly Organization[]; lang: Lang }

export const OrganizationTable = ({ organizations, lang }: Props) => {
  const t = translator(lang)
  const heads = { kind: t('list.kind'), place: t('list.place') }
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{t('list.name')}</th>
          <th scope="col">{heads.kind}</th>
          <th scope="col">{heads.place}</th>
        </tr>
      </thead>
      <tbody>
        {organizations.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <RecordLink to={one} lang={lang} />
            </th>
            <td data-column={heads.kind}>{ORGANIZATION_KIND[one.kind][lang]}</td>
            <td data-column={heads.place}>
              <RecordLink to={one.jurisdiction} lang={lang} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** List for a place's page, without the place. */
export const OrganizationList = ({ organizations, lang }: Props) => (
  <ul>
    {organizations.map((one) => (
      <li key={one.id}>
        <RecordLink to={one} lang={lang} /> <span className="quiet">{ORGANIZATION_KIND[one.kind][lang]}</span>
      </li>
    ))}
  </ul>
)
