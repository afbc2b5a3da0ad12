import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import {
  citationsJson,
  dateJson,
  listJson,
  placeJson,
  refJson,
  rolesJson,
  titledJson,
} from '@/lib/records/shared/as-json'
import { roleOn } from '@/lib/records/officials/role-on'
import type { Speaker, Statement } from './schema'

type Fields = Omit<Statement, keyof RecordBase> & { id: string }
type Row = Omit<Fields, 'speakers'> & { speakers: (Speaker & { roles: NonNullable<Speaker['role']>[] })[] }

const SPEAKERS = listJson(
  sql`jsonb_build_object('asPrinted', p.as_printed, 'official', ${refJson('who')}, 'organization', ${refJson('body')},
    'roles', ${rolesJson(sql`who.id`)})`,
  sql`p.position`,
  sql`statement_speaker p LEFT JOIN official who ON who.id = p.official_id
    LEFT JOIN organization body ON body.id = p.organization_id WHERE p.statement_id = s.id`,
)
const PLACES = listJson(
  placeJson('place'),
  sql`p.position`,
  sql`statement_place p JOIN jurisdiction place ON place.id = p.jurisdiction_id WHERE p.statement_id = s.id`,
)
const VARIANTS = listJson(
  sql`jsonb_build_object('passages', v.passages, 'preferred', v.preferred, 'reason', v.reason,
    'citation', ${citationsJson(sql`c.variant_id = v.id`)} -> 0)`,
  sql`v.position`,
  sql`statement_variant v WHERE v.statement_id = s.id`,
)
const POSITIONS = listJson(
  sql`jsonb_build_object('topic', p.topic, 'position', p.position, 'span', p.span)`,
  sql`p.topic`,
  sql`statement_position p WHERE p.statement_id = s.id`,
)
const ANSWERS = listJson(
  titledJson('action'),
  sql`action.id`,
  sql`statement_answer a JOIN federal_action action ON action.id = a.federal_action_id WHERE a.statement_id = s.id`,
)

/** Statements as their cards show them: each speaker with the role held that day. */
export const readStatements = async (tx: Transaction, ids: string[]): Promise<Fields[]> => {
  const rows = await tx.rows<Row>(sql`
    SELECT s.id, s.kind, s.channel, s.summary, s.topics, s.rationales, s.notes, ${dateJson('s')} AS date,
      ${SPEAKERS} AS speakers, ${PLACES} AS places, ${VARIANTS} AS variants, ${POSITIONS} AS positions,
      ${ANSWERS} AS answers, ${citationsJson(sql`c.statement_id = s.id`)} AS citations
    FROM statement s WHERE s.id = ANY(${ids})`)
  return rows.map((row) => ({
    ...row,
    speakers: row.speakers.map(({ roles, ...speaker }) => ({
      ...speaker,
      role: speaker.official && roleOn(roles, row.date),
    })),
  }))
}
