import { LabelPage } from '@/components/pages/label'
import { words } from '@/components/words'
import { labelTitle } from '@/lib/domain/labels/definition'
import { lookUpLabel } from '@/lib/domain/labels/queries'
import { oncePerRequest } from '@/lib/platform/web/once'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = oncePerRequest(lookUpLabel)

export const generateMetadata = (route: RecordRoute) =>
  recordMetadata(route, find, (record, lang) => ({
    title: labelTitle(record),
    description: words(lang)('label.by', { labeller: record.labeller }),
  }))

export default function Page(route: RecordRoute) {
  return recordPage(route, 'labels', find, async ({ record, current, lang }) => {
    return <LabelPage label={record} current={current} lang={lang} />
  })
}
