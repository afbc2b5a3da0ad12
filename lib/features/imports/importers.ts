import type { Importers } from '@/lib/platform/imports/importer'
import type { Rooms } from '@/lib/platform/publishing/record-type'
import { agreements287g } from './agreements/import-agreements'
import { censusGazetteer } from './census/import-gazetteer'
import { congressMembers } from './congress/import-members'
import { congressTerms } from './congress/import-terms'
import { LISTS } from '@/lib/records/paths'
import { roomImporter } from './record-types/record-importer'

/** Every way to read a file: the known lists first, then the site's own columns, room by room. */
export const importersFor = (rooms: Rooms): Importers => {
  const all = [
    agreements287g,
    censusGazetteer(rooms),
    congressMembers,
    congressTerms,
    ...LISTS.map((room) => roomImporter(rooms, room)),
  ]
  return Object.fromEntries(all.map((one) => [one.kind, one]))
}
