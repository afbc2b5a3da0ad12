import { updatedSince } from '@/lib/platform/lists/date-filters'
import { filterSet } from '@/lib/platform/lists/filters'
import { flagFilter } from '@/lib/platform/lists/flag-filter'
import { sql } from '@/lib/platform/database/sql'
import { codeFilter, textSearchFilter } from '@/lib/records/shared/filters'
import { JURISDICTION_KIND } from '@/lib/vocabularies/bodies'
import { STATE } from '@/lib/vocabularies/states'

export const jurisdictionFilters = filterSet({
  noun: {
    en: { none: 'No places', one: 'place', other: 'places' },
    es: { none: 'Ningún lugar', one: 'lugar', other: 'lugares' },
  },
  filters: {
    text: textSearchFilter('jurisdictions'),
    kind: codeFilter('kind', { en: 'Kind', es: 'Tipo' }, JURISDICTION_KIND, {
      en: 'of the kind: {}',
      es: 'del tipo: {}',
    }),
    state: codeFilter(
      'state',
      { en: 'State', es: 'Estado' },
      STATE,
      { en: 'in {}', es: 'en {}' },
      { column: 'usps' },
      STATE,
    ),
    entries: flagFilter({
      name: 'entries',
      label: { en: 'Only with entries', es: 'Solo con entradas' },
      about: {
        en: 'With “yes”, only places with a statement, policy, stance or label.',
        es: 'Con «yes», solo lugares con una declaración, política, postura o etiqueta.',
      },
      phrase: { en: 'with entries', es: 'con entradas' },
      // With EXISTS, PostgreSQL would scan each table instead of using an index lookup per place.
      where: sql`coalesce((SELECT true FROM statement_place WHERE jurisdiction_id = jurisdiction.id LIMIT 1),
        (SELECT true FROM policy WHERE jurisdiction_id = jurisdiction.id LIMIT 1),
        (SELECT true FROM stance WHERE jurisdiction_id = jurisdiction.id LIMIT 1),
        (SELECT true FROM label WHERE jurisdiction_id = jurisdiction.id LIMIT 1), false)`,
    }),
    since: updatedSince(),
  },
})
