import { z } from 'zod'
import { MAX_ITEMS } from '@/lib/records/shared/list-limits'
import { field } from '@/lib/platform/lists/field'
import { Text } from '@/lib/platform/i18n/locale'
import { Id, PlaceRef, recordFields } from '@/lib/records/shared/reference'
import { JURISDICTION_KIND, JurisdictionKind } from '@/lib/vocabularies/bodies'

const fields = {
  kind: field(JurisdictionKind, { en: 'Kind', es: 'Tipo' }, { vocabulary: JURISDICTION_KIND }),
  name: field(z.string().trim().min(1).max(200), { en: 'Name', es: 'Nombre' }),
  usps: field(
    z.string().regex(/^[A-Z]{2}$/),
    { en: 'State', es: 'Estado' },
    {
      about: {
        en: 'Postal abbreviation of the state or territory.',
        es: 'Abreviatura postal del estado o territorio.',
      },
    },
  ),
  geoid: field(
    z
      .string()
      .regex(/^\d{2,10}$/)
      .nullable(),
    { en: 'GEOID', es: 'GEOID' },
    {
      about: {
        en: 'Census Bureau identifier, as text: leading zeros count.',
        es: 'Identificador de la Oficina del Censo, como texto: los ceros iniciales cuentan.',
      },
    },
  ),
  ocdId: field(z.string().startsWith('ocd-division/').nullable(), { en: 'OCD division', es: 'División OCD' }),
  geonamesId: field(z.int().nullable(), { en: 'GeoNames ID', es: 'ID de GeoNames' }),
  /** The county that a consolidated or independent city also is (Denver, St. Louis). */
  countyGeoid: field(
    z
      .string()
      .regex(/^\d{5}$/)
      .nullable(),
    { en: 'GEOID as a county', es: 'GEOID como condado' },
  ),
  population: field(z.int().min(0).nullable(), { en: 'Population', es: 'Población' }),
  lat: field(z.number().min(-90).max(90).nullable(), { en: 'Latitude', es: 'Latitud' }),
  lon: field(z.number().min(-180).max(180).nullable(), { en: 'Longitude', es: 'Longitud' }),
  aliases: field(z.array(z.string().trim().min(1).max(200)).max(MAX_ITEMS), {
    en: 'Also called',
    es: 'También llamado',
  }),
  note: field(Text.nullable(), { en: 'Note', es: 'Nota' }),
}

/** A government's territory: state, county, city, school district. Its path is its URL: "/tx/el-paso". */
export const Jurisdiction = z
  .object({
    ...recordFields,
    ...fields,
    fullName: field(z.string(), { en: 'Full name', es: 'Nombre completo' }),
    parent: field(PlaceRef.nullable(), { en: 'Part of', es: 'Parte de' }),
  })
  .meta({ id: 'Jurisdiction' })
export type Jurisdiction = z.infer<typeof Jurisdiction>

export const JurisdictionInput = z.strictObject({
  ...fields,
  fullName: field(z.string().trim().min(1).max(250), { en: 'Full name', es: 'Nombre completo' }),
  path: z.string().regex(/^\/[a-z]{2}(\/[a-z0-9-]+)?$/, 'validation.placePath'),
  parentId: Id.nullable(),
})
export type JurisdictionInput = z.infer<typeof JurisdictionInput>

export const jurisdictionTitle = (record: Jurisdiction): string => record.fullName
