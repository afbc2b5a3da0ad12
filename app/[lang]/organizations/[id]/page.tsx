import { JsonLd } from '@/components/public/layout/json-ld'
import { OrganizationPage } from '@/components/public/pages/organization'
import { organizationLd } from '@/lib/features/json-ld/people'
import { officialsOf } from '@/lib/records/officials/queries'
import { lookUpOrganization } from '@/lib/records/organizations/queries'
import { policiesOf } from '@/lib/records/policies/queries'
import { stancesOf } from '@/lib/records/stances/queries'
import { statementsOf } from '@/lib/records/statements/queries'
import { ORGANIZATION_KIND } from '@/lib/vocabularies/bodies'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = memoizePerRequest(lookUpOrganization)

export const generateMetadata = (route: RecordRoute) =>
  recordMetadata(route, find, (record, lang) => ({
    title: record.name,
    description: `${ORGANIZATION_KIND[record.kind][lang]}, ${record.jurisdiction.name}`,
  }))

export default function Page(route: RecordRoute) {
  return recordPage(route, 'organizations', find, async ({ record, current, lang }) => {
    const [stances, statements, policies, officials] = await Promise.all([
      stancesOf(record.id),
      statementsOf(record.id),
      policiesOf(record.id),
      officialsOf(record.id),
    ])
    const records = { stances, statements, policies, officials }
    return (
      <>
        <JsonLd data={organizationLd(record, lang)} />
        <OrganizationPage organization={record} current={current} {...records} lang={lang} />
      </>
    )
  })
}
