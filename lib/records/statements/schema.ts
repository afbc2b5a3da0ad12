import { z } from 'zod'
import { MAX_ITEMS, MAX_PASSAGES, MAX_WORDINGS } from '@/lib/records/shared/list-limits'
import { field } from '@/lib/platform/lists/field'
import { type Lang, Text } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { DateInput, InexactDate } from '@/lib/records/shared/inexact-date'
import { Citation, CitationInput, Note, quotedPassagesStandIn } from '@/lib/records/shared/citation'
import { Role } from '@/lib/records/officials/schema'
import { Id, PlaceRef, Ref, recordFields } from '@/lib/records/shared/reference'
import { POSITION, Position } from '@/lib/vocabularies/stances'
import { CHANNEL, Channel, RATIONALE, Rationale, STATEMENT_KIND, StatementKind } from '@/lib/vocabularies/instruments'
import { TOPIC, TopicSlug } from '@/lib/vocabularies/topics'

const fields = {
  kind: field(StatementKind, { en: 'Kind', es: 'Tipo' }, { vocabulary: STATEMENT_KIND }),
  channel: field(Channel, { en: 'Channel', es: 'Medio' }, { vocabulary: CHANNEL }),
  summary: field(Text, { en: 'Summary', es: 'Resumen' }),
  topics: field(z.array(TopicSlug).max(MAX_ITEMS), { en: 'Topics', es: 'Temas' }, { vocabulary: TOPIC }),
  rationales: field(
    z.array(Rationale).max(MAX_ITEMS),
    { en: 'Reasons given', es: 'Razones dadas' },
    { vocabulary: RATIONALE },
  ),
  notes: field(z.array(Note).max(MAX_ITEMS), { en: 'Notes', es: 'Notas' }),
}

/** A speaker's position on one topic, with the supporting quote. */
const position = {
  topic: field(TopicSlug, { en: 'Subject', es: 'Asunto' }, { vocabulary: TOPIC }),
  position: field(Position, { en: 'Position', es: 'Posición' }, { vocabulary: POSITION }),
  span: field(z.string().min(1).max(2_000), { en: 'Words that support it', es: 'Palabras que lo respaldan' }),
}

const speaker = {
  /** The title and name as the source prints them, if they differ from the role held that day. */
  asPrinted: field(z.string().trim().min(1).max(200).nullable(), { en: 'As printed', es: 'Como figura en la fuente' }),
}

/** One wording of the statement: the quoted passages as one source prints them. Empty for a paraphrase. */
const variant = {
  passages: field(z.array(z.string().min(1).max(2_000)).max(MAX_PASSAGES), {
    en: 'Quoted words',
    es: 'Palabras citadas',
  }),
  preferred: field(z.boolean(), { en: 'Preferred wording', es: 'Redacción preferida' }),
  /** The reason why this wording is preferred, or is not. */
  reason: field(Text.nullable(), { en: 'Why preferred, or not', es: 'Por qué se prefiere, o no' }),
}

export const Speaker = z.object({
  ...speaker,
  official: field(Ref.nullable(), { en: 'Official', es: 'Funcionario' }),
  organization: field(Ref.nullable(), { en: 'Organization', es: 'Organización' }),
  role: Role.omit({ citations: true }).nullable(),
})
export type Speaker = z.infer<typeof Speaker>

export const Variant = z.object({ ...variant, citation: Citation })
export type Variant = z.infer<typeof Variant>

/** A statement by an official or an organization: its speakers, place, date, topics and wordings. */
export const Statement = z
  .object({
    ...recordFields,
    ...fields,
    speakers: field(z.array(Speaker).min(1), { en: 'Speakers', es: 'Quién habla' }),
    places: field(z.array(PlaceRef).min(1), { en: 'Places', es: 'Lugares' }),
    date: field(InexactDate.nullable(), { en: 'Date', es: 'Fecha' }),
    variants: field(z.array(Variant).min(1), { en: 'Wordings', es: 'Redacciones' }),
    positions: field(z.array(z.object(position)), { en: 'Positions', es: 'Posiciones' }),
    answers: field(z.array(Ref), { en: 'Answers', es: 'Responde a' }),
    citations: field(z.array(Citation), { en: 'Other sources', es: 'Otras fuentes' }),
  })
  .meta({ id: 'Statement' })
export type Statement = z.infer<typeof Statement>

export const StatementInput = z
  .strictObject({
    ...fields,
    speakers: z
      .array(z.strictObject({ ...speaker, officialId: Id.nullable(), organizationId: Id.nullable() }))
      .min(1, 'validation.speakers')
      .max(MAX_ITEMS),
    placeIds: z.array(Id).min(1, 'validation.statementPlace').max(MAX_ITEMS),
    date: DateInput.nullable(),
    variants: z
      .array(z.strictObject({ ...variant, citation: CitationInput }))
      .min(1, 'validation.statementSource')
      .max(MAX_WORDINGS),
    positions: z.array(z.strictObject(position)).max(MAX_ITEMS),
    answersIds: z.array(Id).max(MAX_ITEMS),
    citations: z.array(CitationInput).max(MAX_ITEMS),
  })
  .superRefine((input, context) => {
    const fail = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (input.variants.filter((one) => one.preferred).length !== 1) fail(['variants'], 'validation.preferredWording')
    input.speakers.forEach((one, at) => {
      if (!one.officialId && !one.organizationId) fail(['speakers', at], 'validation.speaker')
    })
    input.variants.forEach((one, at) => {
      const { exact, fidelity } = one.citation
      if (exact === undefined) return fail(['variants', at], 'validation.quote')
      for (const passage of one.passages)
        if (!exact.includes(passage)) fail(['variants', at, 'passages'], 'validation.passageInQuote')
      if (fidelity === 'paraphrase' && one.passages.length) fail(['variants', at], 'validation.paraphraseQuoted')
      if (fidelity !== 'paraphrase' && !one.passages.length) fail(['variants', at], 'validation.noPassages')
    })
    const evidence = [...input.variants.map((one) => one.citation), ...input.citations].map((one) => one.exact ?? '')
    input.positions.forEach((one, at) => {
      if (!evidence.some((exact) => quotedPassagesStandIn(exact, one.span)))
        fail(['positions', at, 'span'], 'validation.quoteInEntry')
    })
  })
export type StatementInput = z.infer<typeof StatementInput>

type Named = { official: { name: string } | null; organization: { name: string } | null }

/**
 * The heading: the name of the speaker, or of both. More are equal signatories of a joint statement, which is nobody's
 * in particular.
 */
export const statementTitle = ({ speakers }: { speakers: readonly Named[] }, lang: Lang = 'en'): string => {
  const t = translator(lang)
  if (speakers.length > 2) return t('statement.jointOf', { count: speakers.length })
  const [first = '', second] = speakers.map((one) => one.official?.name ?? one.organization?.name ?? '')
  return second ? t('speaker.and', { first, second }) : first
}

export const preferredVariant = (record: Pick<Statement, 'variants'>): Variant =>
  record.variants.find((one) => one.preferred)!

/** The author of these words: the speaker, as a wording quotes them; the source; or both, in a sentence with a quotation. */
export const whoseWords = ({ variants }: Pick<Statement, 'variants'>, words: string): 'speaker' | 'source' | 'both' => {
  const passages = variants.flatMap((one) => one.passages)
  if (passages.some((passage) => quotedPassagesStandIn(passage, words))) return 'speaker'
  return passages.some((passage) => quotedPassagesStandIn(words, passage)) || /[“"]/.test(words) ? 'both' : 'source'
}
