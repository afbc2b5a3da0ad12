import type { Transaction } from '@/lib/platform/database/write'
import { latestVersionsOf } from '@/lib/platform/imports/compare-latest'
import { idFor } from '@/lib/platform/publishing/ids'
import type { OfficialInput } from '@/lib/records/officials/schema'
import type { SourceInput } from '@/lib/records/sources/schema'
import { foldName } from '@/lib/text/similar-names'
import { localizedText } from '@/lib/platform/i18n/translate'

export type ExistingOfficial = { id: string; name: string; title: string; data: OfficialInput }

/** Published officials, and the data set's source. */
export type ExistingOfficials = {
  byBioguide: (bioguide: string) => ExistingOfficial | undefined
  byId: (id: string) => ExistingOfficial | undefined
  /** Officials with one of these names and a role in the state. */
  named: (names: readonly string[], usps: string) => ExistingOfficial[]
  source: { id: string; data: SourceInput | null }
}

/** The id of the seed's entry for this data set. */
const SOURCE_ID = idFor('sources', 'congress-legislators')

const SOURCE: SourceInput = {
  title: 'congress-legislators',
  url: null,
  outlet: 'unitedstates project',
  authors: [],
  kind: 'dataset',
  archiveUrl: null,
  note: localizedText('importers.congress.sourceNote'),
  published: null,
  lineage: [],
  captures: [],
  leads: [],
}

export async function readExistingOfficials(tx: Transaction): Promise<ExistingOfficials> {
  const rows = await tx.official.findMany({
    select: {
      id: true,
      name: true,
      bioguide: true,
      aliases: true,
      roles: {
        select: { title: true, jurisdiction: { select: { usps: true, fullName: true } } },
        orderBy: { position: 'asc' },
      },
    },
  })
  const latest = await latestVersionsOf(
    tx,
    rows.map(({ id }) => ({ type: 'officials', id })),
  )
  const officials = rows.map(({ roles, ...row }) => ({
    ...row,
    states: roles.map((role) => role.jurisdiction.usps),
    title: [row.name, (roles[0]?.title as { en: string } | undefined)?.en, roles[0]?.jurisdiction.fullName]
      .filter(Boolean)
      .join(', '),
    data: latest.get(`officials/${row.id}`)!.data as OfficialInput,
  }))
  const byBioguide = new Map(officials.flatMap((one) => (one.bioguide ? [[one.bioguide, one]] : [])))
  const byId = new Map(officials.map((one) => [one.id, one]))
  const published = await tx.source.findUnique({ where: { id: SOURCE_ID }, select: { id: true } })
  return {
    byBioguide: (bioguide) => byBioguide.get(bioguide),
    byId: (id) => byId.get(id),
    named: (names, usps) => {
      const wanted = new Set(names.map(foldName))
      return officials.filter(
        (one) => one.states.includes(usps) && [one.name, ...one.aliases].some((name) => wanted.has(foldName(name))),
      )
    },
    source: { id: SOURCE_ID, data: published ? null : SOURCE },
  }
}
