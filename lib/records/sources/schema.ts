import { z } from 'zod'
import { MAX_ITEMS } from '@/lib/records/shared/list-limits'
import { field } from '@/lib/platform/lists/field'
import { Text } from '@/lib/platform/i18n/locale'
import { DateInput, InexactDate } from '@/lib/records/shared/inexact-date'
import { sourceKind } from '@/lib/records/shared/citation'
import { Id, PlaceRef, Ref, recordFields } from '@/lib/records/shared/reference'
import { LEAD_KIND, LINEAGE, LeadKind, Lineage } from '@/lib/vocabularies/fidelity'

const Url = z.url({ protocol: /^https?$/, error: 'validation.url' })

const fields = {
  title: field(z.string().trim().min(1).max(500), { en: 'Title', es: 'Título' }),
  url: field(
    Url.nullable(),
    { en: 'Address', es: 'Dirección' },
    {
      about: { en: 'As given where the source was found.', es: 'Tal como se dio donde se encontró la fuente.' },
    },
  ),
  outlet: field(z.string().trim().min(1).max(200), { en: 'Outlet', es: 'Medio' }),
  authors: field(z.array(z.string().trim().min(1).max(200)).max(MAX_ITEMS), { en: 'Authors', es: 'Autores' }),
  kind: sourceKind,
  archiveUrl: field(Url.nullable(), { en: 'Archived copy', es: 'Copia archivada' }),
  note: field(Text.nullable(), { en: 'Note', es: 'Nota' }),
}

/** A capture. The hash identifies the captured text, which is private to the admin area. */
const capture = {
  sha256: field(z.string().regex(/^[0-9a-f]{64}$/), { en: 'Hash of the text', es: 'Huella del texto' }),
  capturedOn: field(z.iso.date().nullable(), { en: 'Captured on', es: 'Capturado el' }),
  note: field(Text.nullable(), { en: 'Note', es: 'Nota' }),
}

/** Something in a source that deserves research and has no entry yet. */
const lead = {
  kind: field(LeadKind, { en: 'Lead', es: 'Pista' }, { vocabulary: LEAD_KIND }),
  exact: field(z.string().min(1).max(2_000), { en: 'Words of the source', es: 'Palabras de la fuente' }),
  locator: field(z.string().nullable(), { en: 'Where in the source', es: 'Dónde en la fuente' }),
  note: field(Text, { en: 'Note', es: 'Nota' }),
}

const lineage = {
  kind: field(Lineage, { en: 'Lineage', es: 'Procedencia' }, { vocabulary: LINEAGE }),
  note: field(Text.nullable(), { en: 'Note', es: 'Nota' }),
}

/** A document that entries cite. */
export const Source = z
  .object({
    ...recordFields,
    ...fields,
    published: field(InexactDate.nullable(), { en: 'Published', es: 'Publicada' }),
    lineage: field(z.array(z.object({ ...lineage, source: field(Ref, { en: 'Original', es: 'Original' }) })), {
      en: 'Copied from',
      es: 'Copia de',
    }),
    captures: field(z.array(z.object(capture)), { en: 'Captures', es: 'Capturas' }),
    leads: field(z.array(z.object({ ...lead, places: field(z.array(PlaceRef), { en: 'Places', es: 'Lugares' }) })), {
      en: 'Leads',
      es: 'Pistas',
    }),
  })
  .meta({ id: 'Source' })
export type Source = z.infer<typeof Source>

export const SourceInput = z.strictObject({
  ...fields,
  published: DateInput.nullable(),
  lineage: z.array(z.strictObject({ ...lineage, sourceId: Id })).max(MAX_ITEMS),
  captures: z.array(z.strictObject(capture)).max(MAX_ITEMS),
  leads: z.array(z.strictObject({ ...lead, placeIds: z.array(Id).max(MAX_ITEMS) })).max(MAX_ITEMS),
})
export type SourceInput = z.infer<typeof SourceInput>

export const sourceTitle = (record: Source): string => record.title
