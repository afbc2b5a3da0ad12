import { z } from 'zod'
import { field } from '@/lib/platform/lists/field'
import { Text } from '@/lib/platform/i18n/locale'
import { InexactDate } from '@/lib/records/shared/inexact-date'
import { Citation, Note } from '@/lib/records/shared/citation'
import { RECORD_TYPES, RECORD_TYPE_NAMES } from '@/lib/records/registry'
import type { AnyRegistry } from '@/lib/records/create-registry'
import type { AnyDefinition } from '@/lib/records/define-record-type'
import { Role } from '@/lib/records/officials/schema'
import { Id, PlaceRef, Ref } from '@/lib/records/shared/reference'
import { Speaker, Variant } from '@/lib/records/statements/schema'

const Type = z.enum(RECORD_TYPE_NAMES)
const RevisionKind = z.enum(['published', 'corrected', 'restored', 'merged', 'withdrawn'])

/** Schemas of API responses other than records. They are the allow-list for output. */
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
    /** True if the list has more than `total` items; counting stops there. */
    more: z.boolean(),
    /** The cursor for `?after=`; null at the end. */
    next: z.string().nullable(),
  })

export const Versions = z.object({ data: z.array(Version) })
export const Changes = z.object({ data: z.array(Change), next: z.string().nullable() })
export const Places = z.object({ data: z.array(Place) })
export const SearchResults = z.object({
  places: z.array(RECORD_TYPES.jurisdictions.record),
  officials: z.array(RECORD_TYPES.officials.record),
  organizations: z.array(RECORD_TYPES.organizations.record),
  statements: z.array(RECORD_TYPES.statements.record),
  policies: z.array(RECORD_TYPES.policies.record),
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
/** The field names follow oEmbed 1.0. */
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

/** The name of a record's schema in the OpenAPI document. */
export const schemaName = ({ record }: Pick<AnyDefinition, 'record'>): string => record.meta()!.id!

/** A page of each record type's list, by type. */
export const listSchemas = (registry: AnyRegistry = RECORD_TYPES): Readonly<Record<string, z.ZodObject>> =>
  Object.fromEntries(Object.values(registry).map(({ name, record }) => [name, page(record)]))

/** All schemas with a name in the OpenAPI document. */
export const namedSchemas = (registry: AnyRegistry = RECORD_TYPES): Readonly<Record<string, z.ZodType>> => ({
  ...Object.fromEntries(Object.values(registry).map((definition) => [schemaName(definition), definition.record])),
  ...OTHER_SCHEMAS,
})

const OTHER_SCHEMAS = {
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
  SearchResults,
  Index,
  OEmbed,
  Problem,
}
