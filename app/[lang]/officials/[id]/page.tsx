import { JsonLd } from '@/components/frame/json-ld'
import { OfficialPage } from '@/components/pages/official'
import { officialLd } from '@/lib/domain/json-ld/people'
import { lookUpOfficial } from '@/lib/domain/officials/queries'
import { policiesBy } from '@/lib/domain/policies/queries'
import { statementsBy } from '@/lib/domain/statements/queries'
import { say } from '@/lib/platform/collections/language'
import { oncePerRequest } from '@/lib/platform/web/once'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = oncePerRequest(lookUpOfficial)

export const generateMetadata = (route: RecordRoute) =>
  recordMetadata(route, find, (record, lang) => ({
    title: record.name,
    description: record.roles.map((role) => `${say(role.title, lang).words}, ${role.jurisdiction.name}`).join('; '),
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
