import { z } from 'zod'
import { MAX_ITEMS } from '@/lib/records/shared/list-limits'
import { field } from '@/lib/platform/lists/field'
import { Text } from '@/lib/platform/i18n/locale'
import { DateInput, InexactDate } from '@/lib/records/shared/inexact-date'
import { Citation, CitationInput, Note } from '@/lib/records/shared/citation'
import { recordFields } from '@/lib/records/shared/reference'
import { FEDERAL_ACTION_KIND, FederalActionKind, STATUS, Status } from '@/lib/vocabularies/instruments'
import { TOPIC, TopicSlug } from '@/lib/vocabularies/topics'

const fields = {
  title: field(Text, { en: 'Title', es: 'Título' }),
  kind: field(FederalActionKind, { en: 'Kind', es: 'Tipo' }, { vocabulary: FEDERAL_ACTION_KIND }),
  agency: field(z.string().trim().min(1).max(200).nullable(), { en: 'Agency', es: 'Organismo' }),
  summary: field(Text, { en: 'Summary', es: 'Resumen' }),
  topics: field(z.array(TopicSlug).max(MAX_ITEMS), { en: 'Topics', es: 'Temas' }, { vocabulary: TOPIC }),
  notes: field(z.array(Note).max(MAX_ITEMS), { en: 'Notes', es: 'Notas' }),
}
const status = field(Status, { en: 'Status', es: 'Estado' }, { vocabulary: STATUS })
const event = {
  status,
  date: field(InexactDate.nullable(), { en: 'Date', es: 'Fecha' }),
  note: field(Text.nullable(), { en: 'Note', es: 'Nota' }),
}

/** A federal action that entries respond to: an order, a memo, a law, an operation. */
export const FederalAction = z
  .object({
    ...recordFields,
    ...fields,
    date: field(InexactDate.nullable(), { en: 'Date', es: 'Fecha' }),
    events: field(z.array(z.object({ ...event, citation: Citation })), { en: 'Status', es: 'Estado' }),
    citations: field(z.array(Citation).min(1), { en: 'Sources', es: 'Fuentes' }),
  })
  .meta({ id: 'FederalAction' })
export type FederalAction = z.infer<typeof FederalAction>

export const FederalActionInput = z.strictObject({
  ...fields,
  date: DateInput.nullable(),
  events: z.array(z.strictObject({ ...event, date: DateInput.nullable(), citation: CitationInput })).max(MAX_ITEMS),
  citations: z.array(CitationInput).min(1, 'validation.actionSource').max(MAX_ITEMS),
})
export type FederalActionInput = z.infer<typeof FederalActionInput>

export const federalActionTitle = (record: FederalAction): string => record.title.en
