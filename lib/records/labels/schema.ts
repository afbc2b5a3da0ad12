import { z } from 'zod'
import { MAX_ITEMS } from '@/lib/records/shared/list-limits'
import { field } from '@/lib/platform/lists/field'
import { Text } from '@/lib/platform/i18n/locale'
import { DateInput, InexactDate } from '@/lib/records/shared/inexact-date'
import { Citation, CitationInput } from '@/lib/records/shared/citation'
import { Id, PlaceRef, Ref, recordFields } from '@/lib/records/shared/reference'

const fields = {
  words: field(
    z.string().trim().min(1).max(200),
    { en: 'Label', es: 'Etiqueta' },
    {
      about: { en: 'The label in the labeller’s own words.', es: 'La etiqueta con las palabras de quien la pone.' },
    },
  ),
  labeller: field(z.string().trim().min(1).max(200), { en: 'Labeled by', es: 'Puesta por' }),
  own: field(z.boolean(), { en: 'The place’s own label', es: 'Etiqueta propia del lugar' }),
  note: field(Text.nullable(), { en: 'Note', es: 'Nota' }),
}

/** A designation quoted from a named labeler. It is never a category of this site. */
export const Label = z
  .object({
    ...recordFields,
    ...fields,
    jurisdiction: field(PlaceRef, { en: 'Jurisdiction', es: 'Jurisdicción' }),
    statement: field(Ref.nullable(), { en: 'Statement', es: 'Declaración' }),
    policy: field(Ref.nullable(), { en: 'Policy', es: 'Política' }),
    date: field(InexactDate.nullable(), { en: 'Date', es: 'Fecha' }),
    citations: field(z.array(Citation).min(1), { en: 'Sources', es: 'Fuentes' }),
  })
  .meta({ id: 'Label' })
export type Label = z.infer<typeof Label>

export const LabelInput = z.strictObject({
  ...fields,
  jurisdictionId: Id,
  statementId: Id.nullable(),
  policyId: Id.nullable(),
  date: DateInput.nullable(),
  citations: z.array(CitationInput).min(1, 'validation.labelSource').max(MAX_ITEMS),
})
export type LabelInput = z.infer<typeof LabelInput>

export const labelTitle = (record: Label): string => `“${record.words}”: ${record.jurisdiction.name}`
