import { z } from 'zod'
import { MAX_ITEMS } from '@/lib/records/shared/list-limits'
import { field } from '@/lib/platform/lists/field'
import { Text } from '@/lib/platform/i18n/locale'
import { Id, PlaceRef, recordFields } from '@/lib/records/shared/reference'
import { ORGANIZATION_KIND, OrganizationKind } from '@/lib/vocabularies/bodies'

const fields = {
  name: field(z.string().trim().min(1).max(200), { en: 'Name', es: 'Nombre' }),
  kind: field(OrganizationKind, { en: 'Kind', es: 'Tipo' }, { vocabulary: ORGANIZATION_KIND }),
  aliases: field(z.array(z.string().trim().min(1).max(200)).max(MAX_ITEMS), {
    en: 'Also called',
    es: 'También llamada',
  }),
  note: field(Text.nullable(), { en: 'Note', es: 'Nota' }),
}

/** A public body: a police department, a school district, a governor's office. */
export const Organization = z
  .object({
    ...recordFields,
    ...fields,
    jurisdiction: field(PlaceRef, { en: 'Jurisdiction', es: 'Jurisdicción' }),
    serves: field(z.array(PlaceRef), { en: 'Also serves', es: 'También atiende a' }),
  })
  .meta({ id: 'Organization' })
export type Organization = z.infer<typeof Organization>

export const OrganizationInput = z.strictObject({
  ...fields,
  jurisdictionId: Id,
  servesIds: z.array(Id).max(MAX_ITEMS),
})
export type OrganizationInput = z.infer<typeof OrganizationInput>

export const organizationTitle = (record: Organization): string => record.name
