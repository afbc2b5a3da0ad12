import { LabelPage } from '@/components/public/pages/label'
import { translator } from '@/lib/platform/i18n/translate'
import { labelTitle } from '@/lib/records/labels/schema'
import { lookUpLabel } from '@/lib/records/labels/queries'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = memoizePerRequest(lookUpLabel)

export const generateMetadata = (route: RecordRoute) =>
  recordMetadata(route, find, (record, lang) => ({
    title: labelTitle(record),
    description: translator(lang)('label.by', { labeller: record.labeller }),
  }))

export default function Page(route: RecordRoute) {
  return recordPage(route, 'labels', find, async ({ record, current, lang }) => {
    return <LabelPage label={record} current={current} lang={lang} />
  })
}
