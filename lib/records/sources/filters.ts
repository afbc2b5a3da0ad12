import { dateRangeFilter, updatedSince } from '@/lib/platform/lists/date-filters'
import { filterSet } from '@/lib/platform/lists/filters'
import { sql } from '@/lib/platform/database/sql'
import { codeFilter, outletFilter, textSearchFilter } from '@/lib/records/shared/filters'
import { SOURCE_KIND } from '@/lib/vocabularies/fidelity'

const CITED = {
  yes: { en: 'Cited by an entry', es: 'Citada por una entrada' },
  no: { en: 'Cited by none', es: 'No citada por ninguna' },
} as const

export const sourceFilters = filterSet({
  noun: {
    en: { none: 'No sources', one: 'source', other: 'sources' },
    es: { none: 'Ninguna fuente', one: 'fuente', other: 'fuentes' },
  },
  filters: {
    text: textSearchFilter(),
    kind: codeFilter('kind', { en: 'Kind', es: 'Tipo' }, SOURCE_KIND, { en: 'of the kind: {}', es: 'del tipo: {}' }),
    outlet: outletFilter({ column: 'outlet' }),
    cited: codeFilter(
      'cited',
      { en: 'Use', es: 'Uso' },
      CITED,
      { en: ', {}', es: ', {}' },
      {
        rows: sql`SELECT id, CASE WHEN EXISTS (SELECT FROM citation WHERE source_id = source.id) THEN 'yes' ELSE 'no' END AS code
          FROM source`,
      },
    ),
    date: dateRangeFilter({
      label: { en: 'Published', es: 'Publicación' },
      about: { en: 'When it was published.', es: 'Cuándo se publicó.' },
      dates: { table: 'source', prefix: 'date' },
    }),
    since: updatedSince(),
  },
})
