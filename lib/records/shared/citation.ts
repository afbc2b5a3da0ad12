import { z } from 'zod'
import { field } from '@/lib/platform/lists/field'
import { Text } from '@/lib/platform/i18n/locale'
import { InexactDate } from './inexact-date'
import { Id, Ref } from './reference'
import {
  FIDELITY,
  FOUND,
  Fidelity,
  Found,
  NOTE_KIND,
  NoteKind,
  SOURCE_KIND,
  SourceKind,
} from '@/lib/vocabularies/fidelity'

/**
 * From a source to a claim. `exact` is the stretch of the source that supports the claim, character for character as
 * the source prints it (its typing errors too), with a little text before and after so that it can be found again
 * (a W3C TextQuoteSelector). It is missing only where what was read was not kept word for word; then `note` says so.
 */
export const CitationInput = z
  .strictObject({
    sourceId: Id,
    exact: z.string().min(1).max(2_000).optional(),
    prefix: z.string().max(120).optional(),
    suffix: z.string().max(120).optional(),
    locator: z.string().trim().min(1).max(200).optional(),
    fidelity: Fidelity,
    found: Found,
    note: Text.optional(),
  })
  .refine((citation) => citation.exact ?? citation.note, 'Give the words of the source, or a note on what was read.')
export type CitationInput = z.infer<typeof CitationInput>

/** The source of a citation, as much of it as stands beside the words. */
export const CitedSource = Ref.extend({
  outlet: z.string(),
  kind: SourceKind,
  url: z.string().nullable(),
  archiveUrl: z.string().nullable(),
  published: InexactDate.nullable(),
  /** What it rewrites or reprints, when it does: then it corroborates nothing on its own. */
  copyOf: z.object({ kind: z.string(), source: Ref }).nullable(),
})

export const Citation = z.object({
  source: field(CitedSource, { en: 'Source', es: 'Fuente' }),
  exact: field(z.string().nullable(), { en: 'Words of the source', es: 'Palabras de la fuente' }),
  prefix: field(z.string().nullable(), { en: 'Words before', es: 'Palabras anteriores' }),
  suffix: field(z.string().nullable(), { en: 'Words after', es: 'Palabras posteriores' }),
  locator: field(z.string().nullable(), { en: 'Where in the source', es: 'Dónde en la fuente' }),
  fidelity: field(Fidelity, { en: 'Fidelity', es: 'Fidelidad' }, { vocabulary: FIDELITY }),
  found: field(Found, { en: 'Checked', es: 'Comprobación' }, { vocabulary: FOUND }),
  note: field(Text.nullable(), { en: 'Note on the source', es: 'Nota sobre la fuente' }),
})
export type Citation = z.infer<typeof Citation>

/** A remark by the editors on an entry: what a source got wrong, or what is not known. */
export const Note = z.strictObject({
  kind: field(NoteKind, { en: 'Note', es: 'Nota' }, { vocabulary: NOTE_KIND }),
  text: field(Text, { en: 'Text', es: 'Texto' }),
})
export type Note = z.infer<typeof Note>

export const sourceKind = field(SourceKind, { en: 'Kind of source', es: 'Tipo de fuente' }, { vocabulary: SOURCE_KIND })

/** Whether a source's words hold the given words, curly and straight quotes and runs of spaces taken as the same. */
export const quotedPassagesStandIn = (exact: string, words: string): boolean => folded(exact).includes(folded(words))

const folded = (text: string): string =>
  text
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/\s+/g, ' ')
