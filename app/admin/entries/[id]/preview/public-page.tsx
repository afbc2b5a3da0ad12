import type { ReactNode } from 'react'
import { FederalActionPage } from '@/components/public/pages/federal-action'
import { LabelPage } from '@/components/public/pages/label'
import { OfficialPage } from '@/components/public/pages/official'
import { OrganizationPage } from '@/components/public/pages/organization'
import { placeView } from '@/app/[lang]/[state]/place-page'
import { PolicyPage } from '@/components/public/pages/policy'
import { SourcePage } from '@/components/public/pages/source'
import { StancePage } from '@/components/public/pages/stance'
import { StatementPage } from '@/components/public/pages/statement'
import { federalActionsCiting } from '@/lib/records/federal-actions/queries'
import { officialsOf } from '@/lib/records/officials/queries'
import { policiesAnswering, policiesBy, policiesCiting, policiesOf } from '@/lib/records/policies/queries'
import type { Records, RecordTypeName } from '@/lib/records/registry'
import { copiesOf } from '@/lib/records/sources/queries'
import { stancesCiting, stancesOf, stancesRestingOn } from '@/lib/records/stances/queries'
import { statementsAnswering, statementsBy, statementsCiting, statementsOf } from '@/lib/records/statements/queries'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { RecordBase } from '@/lib/platform/publishing/record-type'

type Show<R> = (record: R, lang: Lang) => Promise<ReactNode>

/** Public page of each record type. Related records come from the published data. */
const PAGES: { [Type in RecordTypeName]: Show<Records[Type]> } = {
  statements: async (statement, lang) => (
    <StatementPage
      statement={statement}
      current={statement.version}
      stances={await stancesRestingOn(statement.id)}
      lang={lang}
    />
  ),
  policies: async (policy, lang) => (
    <PolicyPage policy={policy} current={policy.version} stances={await stancesRestingOn(policy.id)} lang={lang} />
  ),
  stances: async (stance, lang) => <StancePage stance={stance} current={stance.version} lang={lang} />,
  labels: async (label, lang) => <LabelPage label={label} current={label.version} lang={lang} />,
  officials: async (official, lang) => {
    const [statements, policies] = await Promise.all([statementsBy(official.id), policiesBy(official.id)])
    const records = { statements, policies, current: official.version, lang }
    return <OfficialPage official={official} {...records} />
  },
  organizations: async (organization, lang) => {
    const { id } = organization
    const [stances, statements, policies, officials] = await Promise.all([
      stancesOf(id),
      statementsOf(id),
      policiesOf(id),
      officialsOf(id),
    ])
    const records = { stances, statements, policies, officials, current: organization.version, lang }
    return <OrganizationPage organization={organization} {...records} />
  },
  sources: async (source, lang) => {
    const { id } = source
    const [statements, policies, stances, actions, copies] = await Promise.all([
      statementsCiting(id),
      policiesCiting(id),
      stancesCiting(id),
      federalActionsCiting(id),
      copiesOf(id),
    ])
    const citing = { statements, policies, stances, actions, copies, current: source.version, lang }
    return <SourcePage source={source} {...citing} />
  },
  'federal-actions': async (action, lang) => {
    const [statements, policies] = await Promise.all([statementsAnswering(action.id), policiesAnswering(action.id)])
    const answers = { statements, policies, kinds: {}, current: action.version, lang }
    return <FederalActionPage action={action} {...answers} />
  },
  jurisdictions: placeView,
}

export const publicPage = <Type extends RecordTypeName>(type: Type, card: RecordBase, lang: Lang): Promise<ReactNode> =>
  PAGES[type](card as Records[Type], lang)
