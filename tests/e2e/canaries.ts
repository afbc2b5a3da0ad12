import { saveDrafts, startDraft } from '@/lib/features/editing/commands'
import { captureAgainFromText } from '@/lib/features/source-capture/recapture'
import { commentOnDraft } from '@/lib/platform/publishing/review'
import { type Actor, VISITOR } from '@/lib/platform/commands/permissions'
import { newId } from '@/lib/platform/publishing/ids'
import { sendSuggestion } from '@/lib/features/suggestions/commands'
import { sql } from '@/lib/platform/database/sql'
import { EDITOR_OF_HISTORY } from './history'
import { PEOPLE } from './people'

const WORDS = ['Zwischenraum', 'Vogelscheuche', 'Kanarienvogel', 'Siebenschläfer', 'Eichhörnchen', 'Zaunkönig']

/** Canary words in drafts, comments, suggestions and captured texts, which no public response may contain. */
export const PLANTED = {
  draft: `${WORDS[0]} in a working copy of a published entry`,
  entry: `${WORDS[1]} in an entry that was never published`,
  comment: `${WORDS[2]} in a remark between editors`,
  suggestion: `${WORDS[3]} in what a reader suggested`,
  captured: `${WORDS[5]} stands in the text of a page that was captured for a published source. `.repeat(3),
  link: `https://reader.example/${WORDS[4]!.replace(/[^a-z]/gi, '')}`,
}

/** Strings that no public response may contain. */
export const CANARIES = [
  ...WORDS,
  'reader.example',
  EDITOR_OF_HISTORY,
  ...Object.values(PEOPLE).flatMap(({ name, email, password }) => [name, email, password]),
]

/** Stores the canaries in data that only the admin area may show. */
export async function plantCanaries(): Promise<void> {
  const editor: Actor = { id: EDITOR_OF_HISTORY, role: 'editor' }
  const [body] = await sql`
    SELECT record_id AS id, version, data FROM revision WHERE type = 'organizations' ORDER BY record_id LIMIT 1`.rows<{
    id: string
    version: number
    data: object
  }>()
  const note = { en: PLANTED.draft, es: PLANTED.draft }
  const changed = {
    type: 'organizations',
    recordId: body!.id,
    baseVersion: body!.version,
    data: { ...body!.data, note },
  }
  await saveDrafts(editor, { drafts: [changed] })
  const data = { title: PLANTED.entry, url: PLANTED.link, authors: [PEOPLE.editor.name] }
  const { id } = (await startDraft(editor, { type: 'sources', data })) as { id: string }
  const [source] = await sql`SELECT id FROM source ORDER BY id DESC LIMIT 1`.rows<{ id: string }>()
  await captureAgainFromText(editor, { id: source!.id, text: PLANTED.captured })
  await commentOnDraft(editor, { id, field: null, text: PLANTED.comment })
  await sendSuggestion(VISITOR, {
    kind: 'source',
    text: PLANTED.suggestion,
    url: PLANTED.link,
    path: '/tx/el-paso',
    type: null,
    recordId: null,
    lang: 'en',
    receipt: newId() + newId(),
  })
}
