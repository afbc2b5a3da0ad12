import { type Sql, sql } from '@/lib/platform/database/sql'
import type { RecordTypeName } from './paths'

/** Where each room's published records are, and how SQL says their heading: `r` is the record. */
export const PUBLISHED: readonly { room: RecordTypeName; table: string; title: Sql }[] = [
  {
    room: 'statements',
    table: 'statement',
    title: sql`coalesce(r.card #>> '{speakers,0,official,name}', r.card #>> '{speakers,0,organization,name}') || ': ' ||
      (r.summary ->> 'en')`,
  },
  { room: 'policies', table: 'policy', title: sql`r.title ->> 'en'` },
  {
    room: 'stances',
    table: 'stance',
    title: sql`coalesce(r.card #>> '{organization,name}', r.card #>> '{jurisdiction,name}') || ': ' || r.topic`,
  },
  { room: 'officials', table: 'official', title: sql`r.name` },
  { room: 'organizations', table: 'organization', title: sql`r.name` },
  { room: 'federal-actions', table: 'federal_action', title: sql`r.title ->> 'en'` },
  { room: 'sources', table: 'source', title: sql`r.title` },
  { room: 'labels', table: 'label', title: sql`'“' || r.words || '”: ' || (r.card #>> '{jurisdiction,name}')` },
  { room: 'jurisdictions', table: 'jurisdiction', title: sql`r.full_name` },
]
