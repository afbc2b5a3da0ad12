import { JsonLd } from '@/components/frame/json-ld'
import { SourcePage } from '@/components/pages/source'
import { sourceLd } from '@/lib/domain/json-ld/source'
import { federalActionsCiting } from '@/lib/domain/federal-actions/queries'
import { policiesCiting } from '@/lib/domain/policies/queries'
import { copiesOf, lookUpSource } from '@/lib/domain/sources/queries'
import { stancesCiting } from '@/lib/domain/stances/queries'
import { statementsCiting } from '@/lib/domain/statements/queries'
import { SOURCE_KIND } from '@/lib/domain/taxonomy/fidelity'
import { oncePerRequest } from '@/lib/platform/web/once'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = oncePerRequest(lookUpSource)

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
