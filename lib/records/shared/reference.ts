import { z } from 'zod'
import { field } from '@/lib/platform/lists/field'

/** A record's permanent id: ten letters and digits without meaning, so that it never has to change. */
export const Id = z.string().regex(/^[0-9a-z]{10}$/, 'validation.id')

/** A link to another record: id, path and name. */
export const Ref = z.object({ id: Id, path: z.string(), name: z.string() })
export type Ref = z.infer<typeof Ref>

/** A link to a jurisdiction. Its name includes the state ("El Paso, Texas"). */
export const PlaceRef = Ref.extend({ usps: z.string().length(2), kind: z.string() })
export type PlaceRef = z.infer<typeof PlaceRef>

/** Fields that every public record has in addition to its own. */
export const recordFields = {
  id: field(Id, { en: 'ID', es: 'ID' }),
  path: field(
    z.string(),
    { en: 'Address', es: 'Dirección' },
    { about: { en: 'The page’s path on this site.', es: 'La ruta de la página en este sitio.' } },
  ),
  version: field(z.int().min(1), { en: 'Version', es: 'Versión' }),
  publishedAt: field(z.iso.datetime(), { en: 'First published', es: 'Primera publicación' }),
  updatedAt: field(z.iso.datetime(), { en: 'Entry updated', es: 'Entrada actualizada' }),
}
