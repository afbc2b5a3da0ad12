import { type Sql, sql } from '@/lib/platform/database/sql'
import type { RecordTypeName } from './paths'

/** Where each record type's published records are, and how SQL says their heading: `r` is the record. */
export const PUBLISHED: readonly { type: RecordTypeName; table: string; title: Sql }[] = [
  {
    type: 'statements',
    table: 'statement',
    title: sql`coalesce(r.card #>> '{speakers,0,official,name}', r.card #>> '{speakers,0,organization,name}') || ': ' ||
      (r.summary ->> 'en')`,
  },
  { type: 'policies', table: 'policy', title: sql`r.title ->> 'en'` },
  {
    type: 'stances',
    table: 'stance',
    title: sql`coalesce(r.card #>> '{organization,name}', r.card #>> '{jurisdiction,name}') || ': ' || r.topic`,
  },
  { type: 'officials', table: 'official', title: sql`r.name` },
  { type: 'organizations', table: 'organization', title: sql`r.name` },
  { type: 'federal-actions', table: 'federal_action', title: sql`r.title ->> 'en'` },
  { type: 'sources', table: 'source', title: sql`r.title` },
  { type: 'labels', table: 'label', title: sql`'“' || r.words || '”: ' || (r.card #>> '{jurisdiction,name}')` },
  { type: 'jurisdictions', table: 'jurisdiction', title: sql`r.full_name` },
]
