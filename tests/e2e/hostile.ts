import { publishDrafts, saveDraft, saveDrafts } from '@/lib/features/editing/commands'
import { captureAgainFromText } from '@/lib/features/source-capture/recapture'
import { acceptInvitation, invite } from '@/lib/platform/auth/invitations'
import { type Actor, SYSTEM, VISITOR } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import { commentOnDraft } from '@/lib/platform/publishing/review'
import { answerSuggestion, sendSuggestion } from '@/lib/features/suggestions/commands'
import { HOSTILE, hostileId, hostileInputs } from '@/tests/fixtures/hostile-input'

/** The place of the hostile entries, which no other test uses. */
export const HOSTILE_PLACE = '/wy/cheyenne'

/** The receipt of the suggestion with a hostile answer. */
export const receiptOf = (name: string): string => hostileId('sources', name) + hostileId('labels', name)

/** The draft with a set-aside save. */
export const ASIDE = `labels-${hostileId('labels', 'script')}`

/** Publishes hostile entries twice through the commands, so that they have a history. */
export async function plantHostile(): Promise<void> {
  const editor: Actor = { id: 'editor-of-the-hostile', role: 'editor' }
  const [place] = await sql`SELECT id FROM jurisdiction WHERE path = ${HOSTILE_PLACE}`.rows<{ id: string }>()
  const drafts = (name: string, text: string, baseVersion: number) =>
    hostileInputs(name, text, place!.id).map(([type, data]) => ({
      ...{ type, recordId: hostileId(type, name), baseVersion, data },
    }))
  for (const [name, text] of Object.entries(HOSTILE)) {
    const reason = { en: text, es: text }
    await publishDrafts(editor, { draftIds: await saveDrafts(editor, { drafts: drafts(name, text, 0) }) })
    await publishDrafts(editor, {
      draftIds: await saveDrafts(editor, { drafts: drafts(name, `${text} `, 1).slice(0, 1) }),
      kind: 'corrected',
      reason,
    })
    // A draft of each, for the admin area.
    const [first] = await saveDrafts(editor, { drafts: drafts(name, text, 1).slice(1) })
    await commentOnDraft(editor, { id: first, field: text.slice(0, 200), text })
    const sent = await sendSuggestion(VISITOR, {
      ...{
        kind: 'other',
        text: `A stranger writes: ${text}`,
        url: `https://elsewhere.example/?q="><script>`,
        path: '/',
      },
      ...{ type: null, recordId: null, lang: 'en', receipt: receiptOf(name) },
    })
    await answerSuggestion(editor, { id: sent.id, answer: text })
  }
  const all = Object.values(HOSTILE).join(' ')
  await captureAgainFromText(editor, {
    id: hostileId('sources', 'script'),
    text: `${all} Mayor Ana Peña said: “${all}” `.repeat(2),
  })
  const given = { id: ASIDE, data: { words: HOSTILE.image } }
  await saveDraft(editor, { ...given, basedOn: 1 })
  await saveDraft(editor, { ...given, data: { words: HOSTILE.ending, labeller: HOSTILE.link }, basedOn: 1 })
  const account = { name: HOSTILE.image, email: 'hostile@admin.example', password: 'the password of somebody hostile' }
  const { token } = await invite(SYSTEM, { email: account.email, role: 'editor' })
  await acceptInvitation(VISITOR, { token, ...account })
}

const inMarkup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A captured page with hostile text in every extracted field. */
export const hostileArticle = (): string => {
  const texts = Object.values(HOSTILE)
  const all = texts.map(inMarkup)
  return `<!doctype html><html lang="en"><head><title>${all.join(' ')}</title>
<meta property="og:site_name" content="${all[0]}"><meta name="author" content="${all[1]}">
<link rel="canonical" href="${inMarkup(HOSTILE.link!)}"><meta http-equiv="refresh" content="0;url=javascript:x">
<base href="//elsewhere.example/"></head><body><article><h1>${all.join(' ')}</h1>
<script>document.title = 'ran'</script><a href="${inMarkup(HOSTILE.link!)}">A link</a><iframe srcdoc="${all[0]}"></iframe>
<p>a\u202eb \u2066c\0d</p>
${all.map((text) => `<p>At a meeting in Omaha, Nebraska, Police Chief Todd Schmaderer said: “We heard ${text} from nobody at all.”</p>`).join('\n')}
<p>${'The council met for three hours, heard forty people and took no vote. '.repeat(5)}</p></article>${texts.join(' ')}</body></html>`
}
