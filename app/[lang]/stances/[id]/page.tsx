import { StancePage } from '@/components/public/pages/stance'
import { lookUpStance } from '@/lib/records/stances/queries'
import { STANCE_VALUE } from '@/lib/vocabularies/stances'
import { TOPIC } from '@/lib/vocabularies/topics'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = memoizePerRequest(lookUpStance)

export const generateMetadata = (route: RecordRoute) =>
  recordMetadata(route, find, (record, lang) => ({
    title: `${record.organization?.name ?? record.jurisdiction.name}: ${TOPIC[record.topic][lang]}`,
    description: STANCE_VALUE[record.value][lang],
  }))

export default function Page(route: RecordRoute) {
  return recordPage(route, 'stances', find, async ({ record, current, lang }) => {
    return <StancePage stance={record} current={current} lang={lang} />
  })
}
