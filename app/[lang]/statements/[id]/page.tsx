import { JsonLd } from '@/components/frame/json-ld'
import { StatementPage } from '@/components/pages/statement'
import { statementLd } from '@/lib/domain/json-ld/statement'
import { stancesRestingOn } from '@/lib/domain/stances/queries'
import { statementTitle } from '@/lib/domain/statements/definition'
import { lookUpStatement } from '@/lib/domain/statements/queries'
import { say } from '@/lib/platform/collections/language'
import { oncePerRequest } from '@/lib/platform/web/once'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = oncePerRequest(lookUpStatement)

export const generateMetadata = (route: RecordRoute) =>
  recordMetadata(route, find, (record, lang) => ({
    title: statementTitle(record),
    description: say(record.summary, lang).words,
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
