import { publishDrafts, saveDrafts } from '@/lib/domain/registry'
import { type Actor, VISITOR } from '@/lib/platform/commands/permissions'
import { newId } from '@/lib/platform/records/ids'
import { sql } from '@/lib/platform/database/read'
import { sendSuggestion } from '@/lib/platform/submissions/commands'
import { HOSTILE, hostileId, hostileInputs } from '@/tests/hostile'

/** Where the hostile entries are, so that no other test meets them. */
export const HOSTILE_PLACE = '/wy/cheyenne'

/** Publishes entries that try to be more than text, through the commands as any, twice, so that there is a history. */
export async function plantHostile(): Promise<void> {
  const editor: Actor = { id: 'editor-of-the-hostile', role: 'editor' }
  const [place] = await sql`SELECT id FROM jurisdiction WHERE path = ${HOSTILE_PLACE}`.rows<{ id: string }>()
  const drafts = (name: string, text: string, baseVersion: number) =>
    hostileInputs(name, text, place!.id).map(([room, data]) => ({
      ...{ room, recordId: hostileId(room, name), baseVersion, data },
    }))
  for (const [name, text] of Object.entries(HOSTILE)) {
    const reason = { en: text, es: text }
    await publishDrafts(editor, { draftIds: await saveDrafts(editor, { drafts: drafts(name, text, 0) }) })
    await publishDrafts(editor, {
      draftIds: await saveDrafts(editor, { drafts: drafts(name, `${text} `, 1).slice(0, 1) }),
      kind: 'corrected',
      reason,
    })
    // A working copy of each, for the desk.
    await saveDrafts(editor, { drafts: drafts(name, text, 1).slice(1) })
    await sendSuggestion(VISITOR, {
      ...{
        kind: 'other',
        text: `A stranger writes: ${text}`,
        url: `https://elsewhere.example/?q="><script>`,
        path: '/',
      },
      ...{ room: null, recordId: null, lang: 'en', receipt: newId() + newId() },
    })
  }
}
