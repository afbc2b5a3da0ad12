import { idFor } from '@/lib/platform/publishing/ids'
import type { Actor } from '@/lib/platform/commands/permissions'
import { publishDrafts, saveDrafts, withdrawRecord } from '@/lib/features/editing/commands'
import { sql } from '@/lib/platform/database/sql'

/** The publisher of these records, whom no public response may name. */
export const EDITOR_OF_HISTORY = 'editor-of-the-history'

const editor: Actor = { id: EDITOR_OF_HISTORY, role: 'editor' }

export const WITHDRAWN = idFor('labels', 'withdrawn-for-the-tests')
export const CORRECTED = { name: 'Royce Avery', alias: 'R. Avery' }

const publish = async (type: string, recordId: string, baseVersion: number, data: object, more: object = {}) => {
  const drafts = [{ type, recordId, baseVersion, data }]
  await publishDrafts(editor, { draftIds: await saveDrafts(editor, { drafts }), ...more })
}

/** Creates history: a corrected entry and a withdrawn one. */
export async function makeHistory(): Promise<void> {
  const [official] = await sql`
    SELECT record_id AS id, data FROM revision WHERE type = 'officials' AND data ->> 'name' = ${CORRECTED.name}`.rows<{
    id: string
    data: object
  }>()
  const reason = { en: 'An alias was missing.', es: 'Faltaba un alias.' }
  await publish(
    'officials',
    official!.id,
    1,
    { ...official!.data, aliases: [CORRECTED.alias] },
    { kind: 'corrected', reason },
  )

  const [label] = await sql`SELECT data FROM revision WHERE type = 'labels' LIMIT 1`.rows<{ data: object }>()
  await publish('labels', WITHDRAWN, 0, { ...label!.data, words: 'mistaken label', date: { edtf: '2025-01-22' } })
  await withdrawRecord(editor, {
    type: 'labels',
    id: WITHDRAWN,
    reason: { en: 'Somebody else said it.', es: 'Lo dijo otra persona.' },
  })
}
