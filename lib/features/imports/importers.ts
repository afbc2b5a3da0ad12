import type { Importers } from '@/lib/platform/imports/importer'
import type { AnyRegistry } from '@/lib/records/create-registry'
import { agreements287g } from './agreements/import-agreements'
import { censusGazetteer } from './census/import-gazetteer'
import { congressMembers } from './congress/import-members'
import { congressTerms } from './congress/import-terms'
import { recordImporter } from './record-types/record-importer'

/** All importers: those of public lists, then one per record type for its export columns. */
export const importersFor = (registry: AnyRegistry): Importers => {
  const all = [
    agreements287g,
    censusGazetteer(registry),
    congressMembers,
    congressTerms,
    ...Object.keys(registry).map((name) => recordImporter(registry, name)),
  ]
  return Object.fromEntries(all.map((one) => [one.kind, one]))
}
