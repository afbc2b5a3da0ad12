import { z } from 'zod'
import { requestCopy } from '@/lib/platform/archive/archive-requests'
import type { Article } from '@/lib/platform/fetch/article'
import { type Failure, Unreadable } from '@/lib/platform/fetch/failures'
import { fetchDocument } from '@/lib/platform/fetch/fetch'
import { readArticle } from '@/lib/platform/fetch/read-article'
import { command } from '@/lib/platform/commands/command'
import type { Actor } from '@/lib/platform/commands/permissions'
import { networkCommand } from '@/lib/platform/commands/network-command'
import type { Transaction } from '@/lib/platform/database/write'
import { Invalid } from '@/lib/platform/errors/errors'
import { policyIn } from '@/lib/platform/site-policy/site-policy'
import { newId } from '@/lib/platform/publishing/ids'
import { saveWorkingCopy } from '@/lib/platform/publishing/working-copy'
import { draftHeading } from '@/lib/records/draft-heading'
import { About, Address, PastedText, storeCapturedText } from '@/lib/records/sources/captured-text'
import { type KnownSource, knownSource } from '@/lib/records/sources/known-source'
import { outcomeOf } from '@/lib/features/source-health/link-outcome'
import { urlKey } from '@/lib/records/sources/url-key'

/** Source to continue with: an existing one, or a new draft. */
export type Started = KnownSource & {
  known: boolean
  /** Hash of the captured text. */
  sha256: string | null
  /** Reason why the link could not be read; the draft then holds only the link. */
  failure: Failure | null
}

/** Stores a pasted text. */
export const captureText = command({
  name: 'sources.capture',
  permission: 'source:capture',
  input: z.strictObject({ text: PastedText, ...About.shape }),
  sourceTexts: ['text'],
  run: async ({ tx, actor, input }) => ({ sha256: await storeCapturedText(tx, actor, { ...input, method: 'pasted' }) }),
  detail: (_, { sha256 }) => ({ sha256 }),
})

/** Begins a source from a pasted text, with its link if known. */
export const startFromText = command({
  name: 'sources.start-text',
  permission: 'source:capture',
  input: z.strictObject({ text: PastedText, ...About.shape }),
  sourceTexts: ['text'],
  run: async ({ tx, actor, input: { text, ...about } }): Promise<Started> => {
    await lockUrl(tx, about.url)
    const sha256 = await storeCapturedText(tx, actor, { text, ...about, method: 'pasted' })
    const known = await knownSource(tx, { urls: about.url ? [about.url] : [], sha256 })
    if (known) return { ...known, known: true, sha256, failure: null }
    return { ...(await createDraft(tx, actor, about, sha256)), known: false, sha256, failure: null }
  },
  detail: (_, { sourceId, sha256 }) => ({ source: sourceId, sha256 }),
})

/** Begins a source from a link. Returns the existing source, or a draft with the data that could be fetched. */
export const startFromLink = networkCommand({
  name: 'sources.start-link',
  permission: 'source:capture',
  input: z.strictObject({ url: Address }),
  run: async (actor, { url }): Promise<Started> => {
    const known = await findByAddress(actor, { url })
    if (known) return { ...known, known: true, sha256: null, failure: null }
    try {
      const fetched = await fetchDocument(url)
      const article = await readArticle(fetched)
      return await storeFetched(actor, { url, finalUrl: fetched.finalUrl, article })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const { code } = error.failure
      if (code === 'private' || code === 'credentials') throw new Invalid({ url: [`sources.wrong.${code}`] })
      return storeLink(actor, { url, failure: error.failure, reached: error.reached })
    }
  },
})

const findByAddress = command({
  name: 'sources.find',
  permission: 'source:capture',
  input: z.strictObject({ url: Address }),
  run: ({ tx, input: { url } }) => knownSource(tx, { urls: [url] }),
  detail: () => null,
})

// Called by `startFromLink` only, because the input comes from the network.
const storeFetched = command({
  name: 'sources.start-fetched',
  permission: 'source:capture',
  input: z.strictObject({ url: Address, finalUrl: z.string(), article: z.custom<Article>() }),
  sourceTexts: ['article.text'],
  run: async ({ tx, actor, input: { url, finalUrl, article } }): Promise<Started> => {
    const { text, ...metadata } = article
    const about: About = { ...metadata, lang: /^[a-z]{2}$/.test(metadata.lang ?? '') ? metadata.lang : null, url }
    await lockUrl(tx, url)
    const sha256 = text ? await storeCapturedText(tx, actor, { text, ...about, finalUrl, method: 'fetched' }) : null
    const failure: Failure | null = text ? null : { code: 'no_text' }
    const known = await knownSource(tx, { urls: [url, finalUrl], ...(sha256 && { sha256 }) })
    if (known) return { ...known, known: true, sha256, failure }
    const draft = await createDraft(tx, actor, about, sha256)
    await tx.linkCheck.create({ data: { sourceId: draft.sourceId, url, finalUrl, outcome: 'works', status: 200 } })
    return { ...draft, known: false, sha256, failure }
  },
  detail: (_, { sourceId, sha256 }) => ({ source: sourceId, sha256 }),
})

const storeLink = command({
  name: 'sources.start-unread',
  permission: 'source:capture',
  input: z.strictObject({
    url: Address,
    failure: z.custom<Failure>(),
    reached: z.custom<Unreadable['reached']>(),
  }),
  run: async ({ tx, actor, input: { url, failure, reached } }): Promise<Started> => {
    await lockUrl(tx, url)
    const known = await knownSource(tx, { urls: [url, ...(reached ? [reached.url] : [])] })
    if (known) return { ...known, known: true, sha256: null, failure }
    const host = new URL(url).hostname.replace(/^www\./, '')
    const draft = await createDraft(tx, actor, { ...About.parse({ url }), outlet: host }, null)
    await tx.linkCheck.create({ data: { sourceId: draft.sourceId, url, ...outcomeOf(url, { failure, reached }) } })
    return { ...draft, known: false, sha256: null, failure }
  },
  detail: ({ failure }, { sourceId }) => ({ source: sourceId, failure: failure.code }),
})

/** Serializes drafts per URL, so that two editors get the same draft. */
const lockUrl = (tx: Transaction, url: string | null) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`source/${url ? urlKey(url) : ''}`}, 0))`

/** Creates a source draft from the known metadata. */
async function createDraft(tx: Transaction, actor: Actor, about: About, sha256: string | null): Promise<KnownSource> {
  const { timeZone } = await policyIn(tx)
  const capturedOn = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())
  const { title, outlet, authors, url, published } = about
  const data = {
    ...(title && { title }),
    url,
    ...(outlet && { outlet }),
    authors,
    archiveUrl: null,
    note: null,
    published: published ? { edtf: published } : null,
    lineage: [],
    captures: sha256 ? [{ sha256, capturedOn, note: null }] : [],
    leads: [],
  }
  const recordId = newId()
  const { id } = await saveWorkingCopy(tx, actor, draftHeading, { type: 'sources', recordId, baseVersion: 0, data })
  if (url) await requestCopy(tx, actor, { url, sourceId: recordId })
  return { sourceId: recordId, draftId: id }
}
