import type { Kinds } from '@/components/public/pages/answers-by-level'
import { JsonLd } from '@/components/public/layout/json-ld'
import { FederalActionPage } from '@/components/public/pages/federal-action'
import { federalActionLd } from '@/lib/features/json-ld/policy'
import { lookUpFederalAction } from '@/lib/records/federal-actions/queries'
import { lookUpOrganization } from '@/lib/records/organizations/queries'
import { policiesAnswering } from '@/lib/records/policies/queries'
import { statementsAnswering } from '@/lib/records/statements/queries'
import { localize } from '@/lib/platform/i18n/locale'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

const find = memoizePerRequest(lookUpFederalAction)

export const generateMetadata = (route: RecordRoute) =>
  recordMetadata(route, find, (record, lang) => ({
    title: localize(record.title, lang).words,
    description: localize(record.summary, lang).words,
  }))

export default function Page(route: RecordRoute) {
  return recordPage(route, 'federal-actions', find, async ({ record, current, lang }) => {
    const [statements, policies] = await Promise.all([statementsAnswering(record.id), policiesAnswering(record.id)])
    const bodies = [
      ...statements.map((one) => one.speakers[0]!.organization),
      ...policies.map((one) => one.organization),
    ]
    const answers = { statements, policies, kinds: await kindsOf(bodies.flatMap((one) => (one ? [one.id] : []))) }
    return (
      <>
        <JsonLd data={federalActionLd(record, lang)} />
        <FederalActionPage action={record} current={current} {...answers} lang={lang} />
      </>
    )
  })
}

/** Organization kinds by id, used to count responses by level of government. */
const kindsOf = async (ids: string[]): Promise<Kinds> => {
  const lookups = await Promise.all([...new Set(ids)].map((id) => lookUpOrganization(id)))
  return Object.fromEntries(
    lookups.flatMap((one) => (one.found === 'record' ? [[one.record.id, one.record.kind]] : [])),
  )
}
