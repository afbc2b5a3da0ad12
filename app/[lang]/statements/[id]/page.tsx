import { JsonLd } from '@/components/public/layout/json-ld'
import { StatementPage } from '@/components/public/pages/statement'
import { statementLd } from '@/lib/features/json-ld/statement'
import { stancesRestingOn } from '@/lib/records/stances/queries'
import { statementTitle } from '@/lib/records/statements/schema'
import { lookUpStatement } from '@/lib/records/statements/queries'
import { localize } from '@/lib/platform/i18n/locale'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = memoizePerRequest(lookUpStatement)

export const generateMetadata = (route: RecordRoute) =>
  recordMetadata(route, find, (record, lang) => ({
    title: statementTitle(record),
    description: localize(record.summary, lang).words,
  }))

export default function Page(route: RecordRoute) {
  return recordPage(route, 'statements', find, async ({ record, current, lang }) => {
    const stances = await stancesRestingOn(record.id)
    return (
      <>
        <JsonLd data={statementLd(record, lang)} />
        <StatementPage statement={record} current={current} stances={stances} lang={lang} />
      </>
    )
  })
}
