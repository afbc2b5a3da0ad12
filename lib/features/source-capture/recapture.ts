import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import type { Actor } from '@/lib/platform/commands/permissions'
import { networkCommand } from '@/lib/platform/commands/network-command'
import type { Transaction } from '@/lib/platform/database/write'
import { type Failure, Unreadable } from '@/lib/platform/fetch/failures'
import { fetchDocument } from '@/lib/platform/fetch/fetch'
import { readArticle } from '@/lib/platform/fetch/read-article'
import { policyIn } from '@/lib/platform/site-policy/site-policy'
import { Id } from '@/lib/records/shared/reference'
import { amendSource } from './amend-source'
import { addressOf, recordLinkCheck } from '@/lib/features/source-health/check-links'
import { checkedQuotes } from '@/lib/records/sources/quote-checks'
import { About, PastedText, storeCapturedText } from '@/lib/records/sources/captured-text'
import { outcomeOf } from '@/lib/features/source-health/link-outcome'

export type Recaptured = {
  sha256: string | null
  /** True if the text is new for the source. It is then added to the source's draft. */
  isNew: boolean
  draftId: string | null
  quotes: { checked: number; missing: number }
  failure: Failure | null
}

const NO_CAPTURE = { sha256: null, isNew: false, draftId: null, quotes: { checked: 0, missing: 0 } }

/** Fetches a source again, stores its text, and checks every quote against it. */
export const captureAgain = networkCommand({
  name: 'sources.capture-again',
  permission: 'source:check',
  input: z.strictObject({ id: Id }),
  run: async (actor, { id }): Promise<Recaptured> => {
    const url = await addressOf(id)
    try {
      const fetched = await fetchDocument(url)
      const { text, ...metadata } = await readArticle(fetched)
      await recordLinkCheck(actor, {
        checks: [{ sourceId: id, url, ...outcomeOf(url, { status: 200, finalUrl: fetched.finalUrl }) }],
      })
      if (!text) return { ...NO_CAPTURE, failure: { code: 'no_text' } }
      const about = About.safeParse({ ...metadata, url }).data ?? About.parse({ url })
      return await storeRecapture(actor, { id, text, about, finalUrl: fetched.finalUrl, method: 'fetched' })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      await recordLinkCheck(actor, { checks: [{ sourceId: id, url, ...outcomeOf(url, error) }] })
      return { ...NO_CAPTURE, failure: error.failure }
    }
  },
})

/** Recaptures from a pasted text, where the page cannot be fetched. Also works for drafts. */
export const captureAgainFromText = networkCommand({
  name: 'sources.capture-again-text',
  permission: 'source:capture',
  input: z.strictObject({ id: Id, text: PastedText }),
  sourceTexts: ['text'],
  run: (actor, { id, text }): Promise<Recaptured> =>
    storeRecapture(actor, { id, text, about: About.parse({}), finalUrl: null, method: 'pasted' }),
})

// Called by the two commands above only, because `fetched` comes from the network.
const storeRecapture = command({
  name: 'sources.keep-again',
  permission: 'source:capture',
  input: z.strictObject({
    id: Id,
    text: z.string(),
    about: About,
    finalUrl: z.string().nullable(),
    method: z.enum(['fetched', 'pasted']),
  }),
  sourceTexts: ['text'],
  run: async ({ tx, actor, input: { id, text, about, finalUrl, method } }): Promise<Recaptured> => {
    const sha256 = await storeCapturedText(tx, actor, { text, ...about, finalUrl, method })
    const { rows, ...quotes } = await checkedQuotes(tx, id, sha256, text)
    // A contributor's capture counts once it is published: write() of the source then stores the checks.
    if (actor.role !== 'contributor') await tx.quoteCheck.createMany({ data: rows })
    const { draftId, changed } = await addCapture(tx, actor, id, sha256)
    return { sha256, isNew: changed, draftId: changed ? draftId : null, quotes, failure: null }
  },
  detail: ({ id }, { sha256, quotes }) => ({ source: id, sha256, ...quotes }),
})

/** Adds a capture to the source's draft. */
async function addCapture(tx: Transaction, actor: Actor, id: string, sha256: string) {
  const { timeZone } = await policyIn(tx)
  const capturedOn = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())
  return amendSource(tx, actor, id, (data) => {
    const captures = Array.isArray(data.captures) ? data.captures : []
    if (JSON.stringify(captures).includes(sha256)) return null
    return { ...data, captures: [...captures, { sha256, capturedOn, note: null }] }
  })
}
