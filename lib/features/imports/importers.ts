import type { Importers } from '@/lib/platform/imports/importer'
import type { RecordTypes } from '@/lib/platform/publishing/record-type'
import { agreements287g } from './agreements/import-agreements'
import { censusGazetteer } from './census/import-gazetteer'
import { congressMembers } from './congress/import-members'
import { congressTerms } from './congress/import-terms'
import { RECORD_TYPE_NAMES } from '@/lib/records/paths'
import { recordImporter } from './record-types/record-importer'

/** Every way to read a file: the known lists first, then the site's own columns, record type by record type. */
export const importersFor = (types: RecordTypes): Importers => {
  const all = [
    agreements287g,
    censusGazetteer(types),
    congressMembers,
    congressTerms,
    ...RECORD_TYPE_NAMES.map((type) => recordImporter(types, type)),
  ]
  return Object.fromEntries(all.map((one) => [one.kind, one]))
}
