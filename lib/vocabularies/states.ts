import { STATES } from '@/lib/vocabularies/us-states'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'

/** The states, the federal district and the territories by postal abbreviation, in the order of their names. */
export const STATE: Vocabulary = Object.fromEntries(
  STATES.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ usps, name }) => [usps, { en: name, es: name }]),
)
