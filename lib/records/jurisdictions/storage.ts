import { Prisma, type Transaction, jsonOrNull } from '@/lib/platform/database/write'
import { type BaseColumns, type RecordType, oneByOne } from '@/lib/platform/publishing/record-type'
import { linksOf } from '@/lib/records/record-links'
import { placeRow, toPlace, toTextOrNull } from '@/lib/records/shared/rows'
import { JURISDICTION_KIND } from '@/lib/vocabularies/bodies'
import { Jurisdiction, JurisdictionInput, jurisdictionTitle } from './schema'

const row = {
  id: true,
  kind: true,
  name: true,
  fullName: true,
  usps: true,
  geoid: true,
  ocdId: true,
  geonamesId: true,
  countyGeoid: true,
  population: true,
  lat: true,
  lon: true,
  aliases: true,
  note: true,
  parent: { select: placeRow },
} satisfies Prisma.JurisdictionSelect

const toFields = ({ parent, kind, note, ...rest }: Prisma.JurisdictionGetPayload<{ select: typeof row }>) => ({
  ...rest,
  kind: kind as Jurisdiction['kind'],
  note: toTextOrNull(note),
  parent: parent && toPlace(parent),
})

async function write(tx: Transaction, id: string, base: BaseColumns, input: JurisdictionInput): Promise<void> {
  const columns = { ...base, ...input, note: jsonOrNull(input.note) }
  await tx.jurisdiction.upsert({ where: { id }, create: { id, card: {}, ...columns }, update: columns })
}

export const jurisdictionWords = ({
  fullName,
  aliases,
  kind,
}: Pick<Jurisdiction, 'fullName' | 'aliases' | 'kind'>) => ({
  names: [fullName, ...aliases],
  en: [JURISDICTION_KIND[kind].en],
  es: [JURISDICTION_KIND[kind].es],
})

/** A place is found by its name, its name with the state, and its aliases; the larger place comes first. */
export const jurisdictionNames = (record: Pick<Jurisdiction, 'name' | 'fullName' | 'aliases' | 'population'>) =>
  [...new Set([record.name, record.fullName, ...record.aliases])].map((name) => ({
    name,
    weight: record.population ?? 0,
  }))

export const jurisdictions: RecordType<JurisdictionInput, Jurisdiction> = {
  name: 'jurisdictions',
  table: 'jurisdiction',
  input: JurisdictionInput,
  record: Jurisdiction,
  title: jurisdictionTitle,
  path: (input) => input.path,
  write: oneByOne(write),
  read: async (tx, ids) => (await tx.jurisdiction.findMany({ where: { id: { in: ids } }, select: row })).map(toFields),
  searchText: jurisdictionWords,
  names: jurisdictionNames,
  links: linksOf,
}
