import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import type { RecordStorage } from '@/lib/records/define-record-type'
import { Statement, StatementInput } from './schema'
import { readStatements } from './read'
import { speakersRepresent } from './speaker-governs'
import { writeStatements } from './write'

/** Stores the speakers' roles on the day and `represents` in columns, so that filters need not read the cards. */
const writeRoles = async (tx: Transaction, cards: readonly Statement[]) => {
  const roles = cards.flatMap(({ id, speakers }) =>
    speakers.map(({ role }, position) => ({ id, position, party: role?.party, organization: role?.organization?.id })),
  )
  await tx.rows(sql`
    WITH known AS (
      UPDATE statement SET represents = NOT represents
      WHERE id = ANY(${cards.map(({ id }) => id)}) AND represents <> ${speakersRepresent}
    )
    UPDATE statement_speaker SET role_party = party, role_organization_id = organization
    FROM jsonb_to_recordset(${JSON.stringify(roles)}::jsonb)
      AS held (id text, position int, party text, organization text)
    WHERE statement_id = held.id AND statement_speaker.position = held.position`)
}

export const storage: RecordStorage<StatementInput, Statement> = {
  write: writeStatements,
  read: readStatements,
  derive: writeRoles,
}
