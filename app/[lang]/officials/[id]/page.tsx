import { JsonLd } from '@/components/public/layout/json-ld'
import { OfficialPage } from '@/components/public/pages/official'
import { officialLd } from '@/lib/features/json-ld/people'
import { lookUpOfficial } from '@/lib/records/officials/queries'
import { policiesBy } from '@/lib/records/policies/queries'
import { statementsBy } from '@/lib/records/statements/queries'
import { localize } from '@/lib/platform/i18n/locale'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = memoizePerRequest(lookUpOfficial)

export const generateMetadata = (route: RecordRoute) =>
  recordMetadata(route, find, (record, lang) => ({
    title: record.name,
    description: record.roles
      .map((role) => `${localize(role.title, lang).words}, ${role.jurisdiction.name}`)
      .join('; '),
  }))

export default function Page(route: RecordRoute) {
  return recordPage(route, 'officials', find, async ({ record, current, lang }) => {
    const [statements, policies] = await Promise.all([statementsBy(record.id), policiesBy(record.id)])
    return (
      <>
        <JsonLd data={officialLd(record, lang)} />
        <OfficialPage official={record} current={current} statements={statements} policies={policies} lang={lang} />
      </>
    )
  })
}
