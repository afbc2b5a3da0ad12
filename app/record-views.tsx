import type { ReactNode } from 'react'
import type { Thing, WithContext } from 'schema-dts'
import { placeView } from '@/app/[lang]/[state]/place-page'
import { FederalActionPage } from '@/components/public/pages/federal-action'
import { LabelPage } from '@/components/public/pages/label'
import { OfficialPage } from '@/components/public/pages/official'
import { OrganizationPage } from '@/components/public/pages/organization'
import { PolicyPage } from '@/components/public/pages/policy'
import { SourcePage } from '@/components/public/pages/source'
import { StancePage } from '@/components/public/pages/stance'
import { StatementPage } from '@/components/public/pages/statement'
import { officialLd, organizationLd } from '@/lib/features/json-ld/people'
import { federalActionLd, policyLd } from '@/lib/features/json-ld/policy'
import { sourceLd } from '@/lib/features/json-ld/source'
import { statementLd } from '@/lib/features/json-ld/statement'
import { type Lang, localize } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { federalActionsCiting } from '@/lib/records/federal-actions/queries'
import { officialsOf } from '@/lib/records/officials/queries'
import { lookUpOrganization } from '@/lib/records/organizations/queries'
import { policiesAnswering, policiesBy, policiesCiting, policiesOf } from '@/lib/records/policies/queries'
import type { RecordTypeName, Records } from '@/lib/records/registry'
import { copiesOf } from '@/lib/records/sources/queries'
import { stancesCiting, stancesOf, stancesRestingOn } from '@/lib/records/stances/queries'
import { statementsAnswering, statementsBy, statementsCiting, statementsOf } from '@/lib/records/statements/queries'
import { STANCE_VALUE } from '@/lib/vocabularies/stances'
import { ORGANIZATION_KIND } from '@/lib/vocabularies/bodies'
import { SOURCE_KIND } from '@/lib/vocabularies/fidelity'

/** The public page of a record. `current` is the latest version; the record may be an older one. */
export type RecordView<R> = {
  /** For search engines and shared links. */
  description: (record: R, lang: Lang) => string
  body: (record: R, current: number, lang: Lang) => ReactNode | Promise<ReactNode>
  jsonLd?: (record: R, lang: Lang) => WithContext<Thing>
}

/** The view of each record type; previews show the same body. Related records are the published ones. */
const RECORD_VIEWS: { [N in RecordTypeName]: RecordView<Records[N]> } = {
  statements: {
    description: ({ summary }, lang) => localize(summary, lang).text,
    jsonLd: statementLd,
    body: async (statement, current, lang) => (
      <StatementPage
        statement={statement}
        current={current}
        stances={await stancesRestingOn(statement.id)}
        lang={lang}
      />
    ),
  },
  policies: {
    description: ({ summary }, lang) => localize(summary, lang).text,
    jsonLd: policyLd,
    body: async (policy, current, lang) => (
      <PolicyPage policy={policy} current={current} stances={await stancesRestingOn(policy.id)} lang={lang} />
    ),
  },
  stances: {
    description: ({ value }, lang) => STANCE_VALUE[value][lang],
    body: (stance, current, lang) => <StancePage stance={stance} current={current} lang={lang} />,
  },
  labels: {
    description: ({ labeller }, lang) => translator(lang)('label.by', { labeller }),
    body: (label, current, lang) => <LabelPage label={label} current={current} lang={lang} />,
  },
  officials: {
    description: ({ roles }, lang) =>
      roles.map(({ title, jurisdiction }) => `${localize(title, lang).text}, ${jurisdiction.name}`).join('; '),
    jsonLd: officialLd,
    body: async (official, current, lang) => {
      const [statements, policies] = await Promise.all([statementsBy(official.id), policiesBy(official.id)])
      return (
        <OfficialPage official={official} current={current} statements={statements} policies={policies} lang={lang} />
      )
    },
  },
  organizations: {
    description: ({ kind, jurisdiction }, lang) => `${ORGANIZATION_KIND[kind][lang]}, ${jurisdiction.name}`,
    jsonLd: organizationLd,
    body: async (organization, current, lang) => {
      const { id } = organization
      const [stances, statements, policies, officials] = await Promise.all([
        stancesOf(id),
        statementsOf(id),
        policiesOf(id),
        officialsOf(id),
      ])
      const related = { stances, statements, policies, officials }
      return <OrganizationPage organization={organization} current={current} {...related} lang={lang} />
    },
  },
  sources: {
    description: ({ outlet, kind }, lang) => `${outlet}. ${SOURCE_KIND[kind][lang]}`,
    jsonLd: sourceLd,
    body: async (source, current, lang) => {
      const { id } = source
      const [statements, policies, stances, actions, copies] = await Promise.all([
        statementsCiting(id),
        policiesCiting(id),
        stancesCiting(id),
        federalActionsCiting(id),
        copiesOf(id),
      ])
      const citing = { statements, policies, stances, actions, copies }
      return <SourcePage source={source} current={current} {...citing} lang={lang} />
    },
  },
  'federal-actions': {
    description: ({ summary }, lang) => localize(summary, lang).text,
    jsonLd: federalActionLd,
    body: async (action, current, lang) => {
      const [statements, policies] = await Promise.all([statementsAnswering(action.id), policiesAnswering(action.id)])
      const bodies = [
        ...statements.map(({ speakers }) => speakers[0]!.organization),
        ...policies.map((one) => one.organization),
      ]
      const kinds = await organizationKinds(bodies.flatMap((body) => (body ? [body.id] : [])))
      const answers = { statements, policies, kinds }
      return <FederalActionPage action={action} current={current} {...answers} lang={lang} />
    },
  },
  // Its own routes add the state, the map and the places inside: app/[lang]/[state].
  jurisdictions: {
    description: ({ fullName: place }, lang) => translator(lang)('place.description', { place }),
    body: (place, _current, lang) => placeView(place, lang),
  },
}

/** The view of any record type. */
export const recordView = (type: RecordTypeName): RecordView<RecordBase> =>
  RECORD_VIEWS[type] as unknown as RecordView<RecordBase>

/** The kinds of the answering bodies, to count them by level of government. */
const organizationKinds = async (ids: string[]) => {
  const lookups = await Promise.all([...new Set(ids)].map((id) => lookUpOrganization(id)))
  return Object.fromEntries(
    lookups.flatMap((lookup) => (lookup.status === 'found' ? [[lookup.record.id, lookup.record.kind]] : [])),
  )
}
