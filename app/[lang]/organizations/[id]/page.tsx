import { JsonLd } from '@/components/frame/json-ld'
import { OrganizationPage } from '@/components/pages/organization'
import { organizationLd } from '@/lib/domain/json-ld/people'
import { officialsOf } from '@/lib/domain/officials/queries'
import { lookUpOrganization } from '@/lib/domain/organizations/queries'
import { policiesOf } from '@/lib/domain/policies/queries'
import { stancesOf } from '@/lib/domain/stances/queries'
import { statementsOf } from '@/lib/domain/statements/queries'
import { ORGANIZATION_KIND } from '@/lib/domain/taxonomy/bodies'
import { oncePerRequest } from '@/lib/platform/web/once'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = oncePerRequest(lookUpOrganization)

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
