import { officials } from '@/lib/records/officials'
import type { Official } from '@/lib/records/officials/schema'
import { organizations } from '@/lib/records/organizations'
import type { Organization } from '@/lib/records/organizations/schema'
import { policies } from '@/lib/records/policies'
import type { Policy } from '@/lib/records/policies/schema'
import { sources } from '@/lib/records/sources'
import type { Source } from '@/lib/records/sources/schema'
import { stances } from '@/lib/records/stances'
import type { Stance } from '@/lib/records/stances/schema'
import { statements } from '@/lib/records/statements'
import type { Statement } from '@/lib/records/statements/schema'
import { REPRESENTS } from '@/lib/vocabularies/bodies'
import { cited, date, asOf, from, linked, named, nextId, ready } from './rows'
import type { Tables } from './tables'

const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id)
const sourcesOf = (citations: Statement['citations']) => citations.map(({ source }) => ({ sourceId: source.id }))

export async function writeOrganization(into: Tables, one: Organization): Promise<void> {
  const { kind, name, aliases, jurisdiction } = one
  await into.organization.add({ ...ready(organizations, one), kind, name, aliases, jurisdiction_id: jurisdiction.id })
  await named(into, 'organizations', one)
  await linked(into, 'organizations', one.id, { jurisdictionId: jurisdiction.id })
}

export async function writeSource(into: Tables, one: Source): Promise<void> {
  const { title, url, outlet, authors, kind } = one
  const fields = { title, url, url_key: url, outlet, authors, kind, archive_url: one.archiveUrl }
  await into.source.add({ ...ready(sources, one), ...date(one.published), ...fields })
}

export async function writeOfficial(into: Tables, one: Official): Promise<void> {
  await into.official.add({ ...ready(officials, one), name: one.name, aliases: one.aliases })
  await named(into, 'officials', one)
  for (const [position, role] of one.roles.entries()) {
    const { title, office, organization, jurisdiction, party, citations } = role
    const id = nextId()
    const body = { organization_id: organization?.id ?? null, jurisdiction_id: jurisdiction.id, party }
    await into.role.add({ id, official_id: one.id, position, title, office, ...body, ...from(role.from) })
    for (const [at, citation] of citations.entries()) await cited(into, citation, { role_id: id }, at)
    const named = { organizationId: organization?.id ?? null, jurisdictionId: jurisdiction.id }
    await linked(into, 'officials', one.id, { ...named, citations: sourcesOf(citations) })
  }
}

export async function writeStatement(into: Tables, one: Statement): Promise<void> {
  const { id, kind, channel, summary, topics, rationales, notes, speakers, variants } = one
  const represents = speakers.every((by) => !by.organization && by.role && REPRESENTS.includes(by.role.office))
  const fields = { kind, channel, summary, topics, rationales, notes: JSON.stringify(notes), represents }
  await into.statement.add({ ...ready(statements, one), ...date(one.date), ...fields })
  const speaking = speakers.map(({ official, organization }) => ({
    officialId: official?.id ?? null,
    organizationId: organization?.id ?? null,
  }))
  for (const [position, { official, organization, role }] of speakers.entries())
    await into.statement_speaker.add({
      id: nextId(),
      statement_id: id,
      position,
      official_id: official?.id ?? null,
      organization_id: organization?.id ?? null,
      role_party: role?.party ?? null,
      role_organization_id: role?.organization?.id ?? null,
    })
  for (const [position, place] of one.places.entries())
    await into.statement_place.add({ statement_id: id, jurisdiction_id: place.id, position })
  for (const [position, { passages, preferred, citation }] of variants.entries()) {
    const variant = nextId()
    await into.statement_variant.add({ id: variant, statement_id: id, position, passages, preferred })
    await cited(into, citation, { variant_id: variant })
  }
  for (const position of one.positions) await into.statement_position.add({ statement_id: id, ...position })
  for (const answer of one.answers) await into.statement_answer.add({ statement_id: id, federal_action_id: answer.id })
  for (const [at, citation] of one.citations.entries()) await cited(into, citation, { statement_id: id }, at)
  const evidence = sourcesOf([...variants.map(({ citation }) => citation), ...one.citations])
  await linked(into, 'statements', id, {
    ...{ speaking, placeIds: ids(one.places), evidence, answersIds: ids(one.answers) },
  })
}

export async function writePolicy(into: Tables, one: Policy): Promise<void> {
  const { id, title, instrument, number, binding, summary, notes, jurisdiction, organization, events } = one
  const at = { jurisdiction_id: jurisdiction.id, organization_id: organization?.id ?? null }
  const latest = events.flatMap((event) => event.date?.latest ?? []).toSorted()
  const fields = {
    title,
    instrument,
    number,
    binding,
    summary,
    notes: JSON.stringify(notes),
    latest_event: latest.at(-1) ?? null,
  }
  await into.policy.add({ ...ready(policies, one), ...fields, ...at })
  for (const [position, event] of events.entries()) {
    const row = nextId()
    await into.policy_event.add({ id: row, policy_id: id, position, status: event.status, ...date(event.date) })
    await cited(into, event.citation, { policy_event_id: row })
  }
  for (const [position, provision] of one.provisions.entries())
    await into.provision.add({ id: nextId(), policy_id: id, position, ...provision })
  for (const answer of one.answers) await into.policy_answer.add({ policy_id: id, federal_action_id: answer.id })
  for (const [position, citation] of one.citations.entries()) await cited(into, citation, { policy_id: id }, position)
  const evidence = sourcesOf([...one.citations, ...events.map(({ citation }) => citation)])
  const places = { jurisdictionId: jurisdiction.id, organizationId: organization?.id ?? null }
  await linked(into, 'policies', id, { ...places, evidence, answersIds: ids(one.answers) })
}

export async function writeStance(into: Tables, one: Stance, supersedes: string | null): Promise<void> {
  const { id, topic, value, cases, basis, evidence, coding, jurisdiction, organization } = one
  const body = { jurisdiction_id: jurisdiction.id, organization_id: organization?.id ?? null }
  const coded = { topic, value, cases, basis, evidence, coding, coded_on: one.codedOn, supersedes_id: supersedes }
  const bases = { as_of_basis: one.asOfBasis, from_basis: one.fromBasis }
  await into.stance.add({ ...ready(stances, one), ...from(one.from), ...asOf(one.asOf), ...bases, ...coded, ...body })
  for (const said of one.statements) await into.stance_statement.add({ stance_id: id, statement_id: said.id })
  for (const rule of one.policies) await into.stance_policy.add({ stance_id: id, policy_id: rule.id })
  for (const [position, citation] of one.citations.entries()) await cited(into, citation, { stance_id: id }, position)
  await linked(into, 'stances', id, {
    jurisdictionId: jurisdiction.id,
    organizationId: organization?.id ?? null,
    statementIds: ids(one.statements),
    policyIds: ids(one.policies),
    supersedesId: supersedes,
    evidence: sourcesOf(one.citations),
  })
}
