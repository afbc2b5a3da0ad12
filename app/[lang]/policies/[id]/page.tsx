import { JsonLd } from '@/components/public/layout/json-ld'
import { PolicyPage } from '@/components/public/pages/policy'
import { policyLd } from '@/lib/features/json-ld/policy'
import { lookUpPolicy } from '@/lib/records/policies/queries'
import { stancesRestingOn } from '@/lib/records/stances/queries'
import { localize } from '@/lib/platform/i18n/locale'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = memoizePerRequest(lookUpPolicy)

export const generateMetadata = (route: RecordRoute) =>
  recordMetadata(route, find, (record, lang) => ({
    title: localize(record.title, lang).words,
    description: localize(record.summary, lang).words,
  }))

export default function Page(route: RecordRoute) {
  return recordPage(route, 'policies', find, async ({ record, current, lang }) => {
    const stances = await stancesRestingOn(record.id)
    return (
      <>
        <JsonLd data={policyLd(record, lang)} />
        <PolicyPage policy={record} current={current} stances={stances} lang={lang} />
      </>
    )
  })
}
