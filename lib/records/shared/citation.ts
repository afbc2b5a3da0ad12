import { z } from 'zod'
import { comparable, containsWords } from '@/lib/text/compare-text'
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
 * Links a claim to a source. `exact` is the supporting passage, character for character as the source prints it,
 * including typos. `prefix` and `suffix` hold some surrounding text to locate it again (a W3C TextQuoteSelector).
 * `exact` is missing only if the source was not captured verbatim; `note` then says so.
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
  .refine((citation) => citation.exact ?? citation.note, 'validation.quoteOrNote')
export type CitationInput = z.infer<typeof CitationInput>

/** The fields of a source that a page shows beside a citation. */
export const CitedSource = Ref.extend({
  outlet: z.string(),
  kind: SourceKind,
  url: z.string().nullable(),
  archiveUrl: z.string().nullable(),
  published: InexactDate.nullable(),
  /** The source that this one rewrites or reprints, if any. Such a copy does not corroborate independently. */
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

/** An editors' note on an entry: an error of a source, or a gap in what is known. */
export const Note = z.strictObject({
  kind: field(NoteKind, { en: 'Note', es: 'Nota' }, { vocabulary: NOTE_KIND }),
  text: field(Text, { en: 'Text', es: 'Texto' }),
})
export type Note = z.infer<typeof Note>

export const sourceKind = field(SourceKind, { en: 'Kind of source', es: 'Tipo de fuente' }, { vocabulary: SOURCE_KIND })

/** True if `exact` contains `words`, as far as a reader can tell. */
export const quotedPassagesStandIn = (exact: string, words: string): boolean =>
  words.trim() === '' || containsWords(comparable(exact), words)
