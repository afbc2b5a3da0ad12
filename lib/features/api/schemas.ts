import { z } from 'zod'
import { field } from '@/lib/platform/lists/field'
import { Text } from '@/lib/platform/i18n/locale'
import { InexactDate } from '@/lib/records/shared/inexact-date'
import { Citation, Note } from '@/lib/records/shared/citation'
import { RECORDS } from '@/lib/records/columns'
import { Role } from '@/lib/records/officials/schema'
import { Id, PlaceRef, Ref } from '@/lib/records/shared/reference'
import { RECORD_TYPE_NAMES, type RecordTypeName } from '@/lib/records/paths'
import { Speaker, Variant } from '@/lib/records/statements/schema'

const Type = z.enum(RECORD_TYPE_NAMES)
const RevisionKind = z.enum(['published', 'corrected', 'restored', 'merged', 'withdrawn'])

/** What the interface for programs says beside records. Nothing leaves that is not named here. */
export const Version = z.object({
  version: field(z.int().min(1), { en: 'Version', es: 'Versión' }),
  kind: field(RevisionKind, { en: 'Kind', es: 'Tipo' }),
  reason: field(Text.nullable(), { en: 'Reason', es: 'Motivo' }),
  at: field(z.iso.datetime(), { en: 'When', es: 'Cuándo' }),
})

export const Change = Version.extend({
  type: Type,
  id: Id,
  path: z.string(),
})
export type Change = z.infer<typeof Change>

export const Place = z.object({
  id: Id,
  path: z.string(),
  name: z.string(),
  kind: z.string(),
  usps: z.string(),
  geoid: z.string().nullable(),
  population: z.int().nullable(),
})

const page = <S extends z.ZodType>(item: S) =>
  z.object({
    data: z.array(item),
    total: z.int().min(0),
    /** There are more than `total`, which were not counted. */
    more: z.boolean(),
    /** For `?after=`; null at the end. */
    next: z.string().nullable(),
  })

export const Lists = Object.fromEntries(
  RECORD_TYPE_NAMES.map((type) => [type, page(RECORDS[type])]),
) as unknown as Record<RecordTypeName, z.ZodObject>

export const Versions = z.object({ data: z.array(Version) })
export const Changes = z.object({ data: z.array(Change), next: z.string().nullable() })
export const Places = z.object({ data: z.array(Place) })
export const SearchResults = z.object({
  places: z.array(RECORDS.jurisdictions),
  officials: z.array(RECORDS.officials),
  organizations: z.array(RECORDS.organizations),
  statements: z.array(RECORDS.statements),
  policies: z.array(RECORDS.policies),
})
export const Index = z.object({
  title: z.string(),
  documentation: z.string(),
  openapi: z.string(),
  licence: z.string(),
  types: z.record(Type, z.string()),
  search: z.string(),
  places: z.string(),
  changes: z.string(),
})
/** As oEmbed 1.0 names its fields. */
export const OEmbed = z.object({
  version: z.literal('1.0'),
  type: z.literal('rich'),
  title: z.string(),
  provider_name: z.string(),
  provider_url: z.string(),
  cache_age: z.int().min(0),
  html: z.string(),
  width: z.int().min(1),
  height: z.int().min(1),
})
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ parameter: z.string(), value: z.string(), detail: z.string() })).optional(),
  withdrawn: z.object({ on: z.iso.datetime(), reason: Text }).optional(),
})

/** Every schema that has a name in the OpenAPI document. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Jurisdiction: RECORDS.jurisdictions,
  Statement: RECORDS.statements,
  Policy: RECORDS.policies,
  Stance: RECORDS.stances,
  Official: RECORDS.officials,
  Organization: RECORDS.organizations,
  FederalAction: RECORDS['federal-actions'],
  Source: RECORDS.sources,
  Label: RECORDS.labels,
  Citation,
  InexactDate,
  Note,
  PlaceRef,
  Ref,
  Role,
  Speaker,
  Text,
  Variant,
  Version,
  Versions,
  Change,
  Changes,
  Place,
  Places,
  Found: SearchResults,
  Index,
  OEmbed,
  Problem,
}

/** The names of the records' schemas, by record type. */
export const SCHEMA_OF: Readonly<Record<RecordTypeName, string>> = {
  jurisdictions: 'Jurisdiction',
  statements: 'Statement',
  policies: 'Policy',
  stances: 'Stance',
  officials: 'Official',
  organizations: 'Organization',
  'federal-actions': 'FederalAction',
  sources: 'Source',
  labels: 'Label',
}
