import type { Transaction } from '@/lib/platform/database/write'
import { latestVersionsOf } from '@/lib/platform/imports/compare-latest'
import type { PolicyInput } from '@/lib/records/policies/schema'
import type { StanceInput } from '@/lib/records/stances/schema'
import { foldName } from '@/lib/text/similar-names'
import { AGENCY, LIST_TITLE } from './links'

type Organization = { id: string; name: string; kind: string; jurisdictionId: string }
type Recorded<Input> = { id: string; data: Input }
type Agreement = Recorded<PolicyInput>

/** Published records that a list of agreements may refer to. */
export type ExistingRecords = {
  /** The id of the list's source, if it is published. */
  listSourceId: string | null
  organizationNamed: (usps: string, name: string) => Organization | undefined
  organization: (id: string) => Organization | undefined
  organizationsAt: (placeId: string, kind: string) => Organization[]
  sourceAt: (urlKey: string) => string | undefined
  agreement: (organizationId: string, model: string) => Agreement | undefined
  /** The stance on 287(g) agreements that rests on a policy and holds now. */
  stanceOn: (policyId: string) => Recorded<StanceInput> | undefined
}

type File = { sha256: string; listDate: string | null }

export async function readExistingRecords(
  tx: Transaction,
  file: File,
  states: readonly string[],
): Promise<ExistingRecords> {
  const listSourceId = await readList(tx, file)
  const organizations = await tx.organization.findMany({
    where: { jurisdiction: { usps: { in: [...states] } } },
    select: {
      id: true,
      name: true,
      kind: true,
      aliases: true,
      jurisdictionId: true,
      jurisdiction: { select: { usps: true } },
    },
  })
  const byName = new Map<string, Organization>()
  for (const one of organizations)
    for (const name of [one.name, ...one.aliases]) byName.set(`${one.jurisdiction.usps}:${foldName(name)}`, one)
  const byId = new Map(organizations.map((one) => [one.id, one]))
  const sources = await tx.source.findMany({ where: { urlKey: { not: null } }, select: { id: true, urlKey: true } })
  const byKey = new Map(sources.map(({ id, urlKey }) => [urlKey!, id]))
  const agreements = await readAgreements(tx)
  const stances = await readStances(tx)
  return {
    listSourceId,
    organizationNamed: (usps, name) => byName.get(`${usps}:${foldName(name)}`),
    organization: (id) => byId.get(id),
    organizationsAt: (placeId, kind) =>
      organizations.filter((one) => one.jurisdictionId === placeId && one.kind === kind),
    sourceAt: (key) => byKey.get(key),
    agreement: (organizationId, model) => agreements.get(`${organizationId}:${foldName(model)}`),
    stanceOn: (policyId) => stances.get(policyId),
  }
}

/** Finds the list's source: one that captured this file, or ICE's list of the same day. */
async function readList(tx: Transaction, { sha256, listDate }: File): Promise<string | null> {
  const capture = await tx.capture.findFirst({ where: { sha256 }, select: { sourceId: true } })
  if (capture || !listDate) return capture?.sourceId ?? null
  const same = { outlet: AGENCY, title: { startsWith: LIST_TITLE }, dateEdtf: listDate }
  return (await tx.source.findFirst({ where: same, select: { id: true } }))?.id ?? null
}

async function readAgreements(tx: Transaction): Promise<Map<string, Agreement>> {
  const rows = await tx.policy.findMany({
    where: { instrument: 'agreement', model: { not: null }, organizationId: { not: null } },
    select: { id: true, model: true, organizationId: true },
  })
  const latest = await latestVersionsOf(
    tx,
    rows.map(({ id }) => ({ type: 'policies', id })),
  )
  return new Map(
    rows.map(({ id, model, organizationId }) => [
      `${organizationId}:${foldName(model!)}`,
      { id, data: latest.get(`policies/${id}`)!.data as PolicyInput },
    ]),
  )
}

async function readStances(tx: Transaction): Promise<Map<string, Recorded<StanceInput>>> {
  const rows = await tx.stancePolicy.findMany({
    where: { stance: { topic: 'agreement-287g', supersededBy: null, untilEdtf: null } },
    select: { policyId: true, stanceId: true },
  })
  const latest = await latestVersionsOf(
    tx,
    rows.map(({ stanceId }) => ({ type: 'stances', id: stanceId })),
  )
  return new Map(
    rows.map(({ policyId, stanceId }) => [
      policyId,
      { id: stanceId, data: latest.get(`stances/${stanceId}`)!.data as StanceInput },
    ]),
  )
}
