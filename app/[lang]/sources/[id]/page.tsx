import { JsonLd } from '@/components/public/layout/json-ld'
import { SourcePage } from '@/components/public/pages/source'
import { sourceLd } from '@/lib/features/json-ld/source'
import { federalActionsCiting } from '@/lib/records/federal-actions/queries'
import { policiesCiting } from '@/lib/records/policies/queries'
import { copiesOf, lookUpSource } from '@/lib/records/sources/queries'
import { stancesCiting } from '@/lib/records/stances/queries'
import { statementsCiting } from '@/lib/records/statements/queries'
import { SOURCE_KIND } from '@/lib/vocabularies/fidelity'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = memoizePerRequest(lookUpSource)

export const generateMetadata = (route: RecordRoute) =>
  recordMetadata(route, find, (record, lang) => ({
    title: record.title,
    description: `${record.outlet}. ${SOURCE_KIND[record.kind][lang]}`,
  }))

export default function Page(route: RecordRoute) {
  return recordPage(route, 'sources', find, async ({ record, current, lang }) => {
    const [statements, policies, stances, actions, copies] = await Promise.all([
      statementsCiting(record.id),
      policiesCiting(record.id),
      stancesCiting(record.id),
      federalActionsCiting(record.id),
      copiesOf(record.id),
    ])
    const citing = { statements, policies, stances, actions, copies }
    return (
      <>
        <JsonLd data={sourceLd(record, lang)} />
        <SourcePage source={record} current={current} {...citing} lang={lang} />
      </>
    )
  })
}
