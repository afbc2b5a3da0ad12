import { sql } from '@/lib/platform/database/sql'
import { REPRESENTS } from '@/lib/vocabularies/bodies'

/** Whether nobody who speaks in the row of `statement` governs the place, by the roles that are published now. */
export const speakersRepresent = sql`(
  NOT EXISTS (SELECT FROM statement_speaker WHERE statement_id = statement.id AND organization_id IS NOT NULL)
  AND coalesce((SELECT bool_and(office = ANY(${[...REPRESENTS]})) FROM statement_speaker
    JOIN role ON role.official_id = statement_speaker.official_id WHERE statement_id = statement.id), false))`
