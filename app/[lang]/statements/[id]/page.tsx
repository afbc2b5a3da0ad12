import { cache } from 'react'
import { StatementPage } from '@/components/pages/statement'
import { stancesRestingOn } from '@/lib/domain/stances/queries'
import { statementTitle } from '@/lib/domain/statements/definition'
import { lookUpStatement } from '@/lib/domain/statements/queries'
import { say } from '@/lib/platform/collections/language'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = cache(lookUpStatement)

export const generateMetadata = (route: RecordRoute) =>
  recordMetadata(route, find, (record, lang) => ({
    title: statementTitle(record),
    description: say(record.summary, lang).words,
  }))

export default function Page(route: RecordRoute) {
  return recordPage(route, 'statements', find, async ({ record, current, lang }) => {
    const stances = await stancesRestingOn(record.id)
    return <StatementPage statement={record} current={current} stances={stances} lang={lang} />
  })
}
