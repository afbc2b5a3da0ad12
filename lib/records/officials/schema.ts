import { z } from 'zod'
import { MAX_ITEMS } from '@/lib/records/shared/list-limits'
import { field } from '@/lib/platform/lists/field'
import { Text } from '@/lib/platform/i18n/locale'
import { DateInput, InexactDate } from '@/lib/records/shared/inexact-date'
import { Citation, CitationInput } from '@/lib/records/shared/citation'
import { Id, PlaceRef, Ref, recordFields } from '@/lib/records/shared/reference'
import { OFFICE, Office, PARTY, Party } from '@/lib/vocabularies/bodies'

const roleFields = {
  title: field(Text, { en: 'Title', es: 'Cargo' }),
  office: field(Office, { en: 'Office', es: 'Tipo de cargo' }, { vocabulary: OFFICE }),
  district: field(z.string().trim().min(1).max(100).nullable(), { en: 'District', es: 'Distrito' }),
  party: field(Party.nullable(), { en: 'Party', es: 'Partido' }, { vocabulary: PARTY }),
}

/** An office held for a term. Either end may be unknown. */
export const Role = z.object({
  ...roleFields,
  organization: field(Ref.nullable(), { en: 'Organization', es: 'Organización' }),
  jurisdiction: field(PlaceRef, { en: 'Jurisdiction', es: 'Jurisdicción' }),
  from: field(InexactDate.nullable(), { en: 'From', es: 'Desde' }),
  to: field(InexactDate.nullable(), { en: 'To', es: 'Hasta' }),
  citations: field(z.array(Citation).min(1), { en: 'Sources', es: 'Fuentes' }),
})
export type Role = z.infer<typeof Role>

const fields = {
  name: field(z.string().trim().min(1).max(200), { en: 'Name', es: 'Nombre' }),
  aliases: field(z.array(z.string().trim().min(1).max(200)).max(MAX_ITEMS), {
    en: 'Also called',
    es: 'También llamado',
  }),
  bioguide: field(
    z
      .string()
      .regex(/^[A-Z]\d{6}$/)
      .nullable(),
    { en: 'Bioguide ID', es: 'ID de Bioguide' },
  ),
  note: field(Text.nullable(), { en: 'Note', es: 'Nota' }),
}

/** A public official with their roles and terms. */
export const Official = z
  .object({ ...recordFields, ...fields, roles: field(z.array(Role).min(1), { en: 'Roles', es: 'Cargos' }) })
  .meta({ id: 'Official' })
export type Official = z.infer<typeof Official>

export const OfficialInput = z.strictObject({
  ...fields,
  roles: z
    .array(
      z.strictObject({
        ...roleFields,
        organizationId: Id.nullable(),
        jurisdictionId: Id,
        from: DateInput.nullable(),
        to: DateInput.nullable(),
        citations: z.array(CitationInput).min(1, 'validation.roleSource').max(MAX_ITEMS),
      }),
    )
    .min(1, 'validation.officialRole')
    .max(MAX_ITEMS),
})
export type OfficialInput = z.infer<typeof OfficialInput>

export const officialTitle = (record: Official): string => record.name
