import { z } from 'zod'
import { MAX_ITEMS } from '@/lib/records/shared/list-limits'
import { field } from '@/lib/platform/lists/field'
import { Text } from '@/lib/platform/i18n/locale'
import { DateInput, InexactDate } from '@/lib/records/shared/inexact-date'
import { Citation, CitationInput, Note, quotedPassagesStandIn } from '@/lib/records/shared/citation'
import { Id, PlaceRef, Ref, recordFields } from '@/lib/records/shared/reference'
import { BINDING, Binding, INSTRUMENT, Instrument, STATUS, Status } from '@/lib/vocabularies/instruments'
import { TOPIC, TopicSlug } from '@/lib/vocabularies/topics'

const fields = {
  title: field(Text, { en: 'Title', es: 'Título' }),
  instrument: field(Instrument, { en: 'Instrument', es: 'Instrumento' }, { vocabulary: INSTRUMENT }),
  number: field(z.string().trim().min(1).max(100).nullable(), { en: 'Number', es: 'Número' }),
  /** The model of a 287(g) agreement, as the agency names it. */
  model: field(z.string().trim().min(1).max(100).nullable(), { en: 'Model', es: 'Modelo' }),
  binding: field(Binding, { en: 'Binding', es: 'Vinculante' }, { vocabulary: BINDING }),
  summary: field(Text, { en: 'Summary', es: 'Resumen' }),
  notes: field(z.array(Note).max(MAX_ITEMS), { en: 'Notes', es: 'Notas' }),
}
const event = {
  status: field(Status, { en: 'Status', es: 'Estado' }, { vocabulary: STATUS }),
  date: field(InexactDate.nullable(), { en: 'Date', es: 'Fecha' }),
  note: field(Text.nullable(), { en: 'Note', es: 'Nota' }),
}
const provision = {
  topic: field(TopicSlug, { en: 'Topic', es: 'Tema' }, { vocabulary: TOPIC }),
  text: field(Text, { en: 'Provision', es: 'Disposición' }),
  span: field(z.string().min(1).max(2_000), { en: 'Words that support it', es: 'Palabras que lo respaldan' }),
}

/** An act of an organization: an ordinance, an executive order, an agreement, a department's policy. */
export const Policy = z
  .object({
    ...recordFields,
    ...fields,
    jurisdiction: field(PlaceRef, { en: 'Jurisdiction', es: 'Jurisdicción' }),
    organization: field(Ref.nullable(), { en: 'Organization', es: 'Organización' }),
    official: field(Ref.nullable(), { en: 'Signed by', es: 'Firmada por' }),
    events: field(z.array(z.object({ ...event, citation: Citation })).min(1), { en: 'Status', es: 'Estado' }),
    provisions: field(z.array(z.object(provision)), { en: 'Provisions', es: 'Disposiciones' }),
    answers: field(z.array(Ref), { en: 'Answers', es: 'Responde a' }),
    citations: field(z.array(Citation).min(1), { en: 'Sources', es: 'Fuentes' }),
  })
  .meta({ id: 'Policy' })
export type Policy = z.infer<typeof Policy>

export const PolicyInput = z
  .strictObject({
    ...fields,
    jurisdictionId: Id,
    organizationId: Id.nullable(),
    officialId: Id.nullable(),
    events: z
      .array(z.strictObject({ ...event, date: DateInput.nullable(), citation: CitationInput }))
      .min(1, 'validation.policyStatus')
      .max(MAX_ITEMS),
    provisions: z.array(z.strictObject(provision)).max(MAX_ITEMS),
    answersIds: z.array(Id).max(MAX_ITEMS),
    citations: z.array(CitationInput).min(1, 'validation.policySource').max(MAX_ITEMS),
  })
  .superRefine((input, context) => {
    const evidence = [...input.citations, ...input.events.map((event) => event.citation)].map((one) => one.exact ?? '')
    input.provisions.forEach((one, at) => {
      if (!evidence.some((exact) => quotedPassagesStandIn(exact, one.span)))
        context.addIssue({
          code: 'custom',
          path: ['provisions', at, 'span'],
          message: 'validation.quoteInEntry',
        })
    })
  })
export type PolicyInput = z.infer<typeof PolicyInput>

export const policyTitle = (record: Policy): string => record.title.en
