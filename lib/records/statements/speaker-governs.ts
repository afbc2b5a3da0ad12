import { sql } from '@/lib/platform/database/sql'
import { REPRESENTS } from '@/lib/vocabularies/bodies'

/** True if all speakers of a `statement` row represent the place in another government, by their published roles. */
export const speakersRepresent = sql`(
  NOT EXISTS (SELECT FROM statement_speaker WHERE statement_id = statement.id AND organization_id IS NOT NULL)
  AND coalesce((SELECT bool_and(office = ANY(${[...REPRESENTS]})) FROM statement_speaker
    JOIN role ON role.official_id = statement_speaker.official_id WHERE statement_id = statement.id), false))`
