import type { IncomingMessage } from 'node:http'
import { settings } from '@/lib/platform/settings/settings'
import { cleanText } from '@/lib/platform/text/clean-text'
import { readBody } from './read-body'
import { decode } from './charset'
import { Unreadable } from './failures'
import { request } from './request'
import { type Resolve, resolveTarget } from './resolve-target'

export type Limits = {
  /** For everything together: names, redirects, the answer to its last byte. */
  milliseconds?: number
  bytes?: number
  redirects?: number
  resolve?: Resolve
  /** Origins that may be read although they are not public: those of the settings. */
  allowed?: readonly string[]
}

export type Fetched = { url: string; finalUrl: string; kind: 'html' | 'text'; text: string }

const REDIRECTS = new Set([301, 302, 303, 307, 308])

const KINDS: Record<string, 'html' | 'text'> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
}

/**
 * Reads a document from an address that anybody may have typed. Every step of the way is checked like the first; no
 * script is run, nothing that the page names is loaded, and a redirect inside the page is not followed.
 * @throws Unreadable
 */
export const fetchDocument = (address: string, limits: Limits = {}): Promise<Fetched> =>
  within(limits, async (signal) => {
    const { answer, finalUrl } = await follow(address, 'GET', signal, limits)
    const type = answer.headers['content-type'] ?? ''
    const kind = KINDS[type.split(';')[0]!.trim().toLowerCase()]
    try {
      if (answer.statusCode! < 200 || answer.statusCode! > 299) {
        throw new Unreadable({ code: 'status', detail: String(answer.statusCode) })
      }
      if (!kind)
        throw new Unreadable({ code: /\bpdf\b/i.test(type) ? 'pdf' : 'type', detail: cleanText(type).slice(0, 100) })
      const text = decode(await readBody(answer, limits.bytes ?? 5_000_000, signal), type)
      // A form feed parts words; what no text of ours holds would be refused further on.
      return { url: address.trim(), finalUrl, kind, text: cleanText(text.replace(/[\f\v]/g, '\n')) }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      throw new Unreadable(error.failure, { url: finalUrl, status: answer.statusCode! })
    } finally {
      answer.destroy()
    }
  })

/**
 * Whether an address still answers, without reading what it answers.
 * @throws Unreadable
 */
export const checkAddress = (address: string, limits: Limits = {}): Promise<{ status: number; finalUrl: string }> =>
  within(limits, async (signal) => {
    const head = await follow(address, 'HEAD', signal, limits)
    head.answer.destroy()
    // Some servers answer the short question wrongly; an error counts only if the whole one has it too.
    const { answer, finalUrl } = head.answer.statusCode! >= 400 ? await follow(address, 'GET', signal, limits) : head
    answer.destroy()
    return { status: answer.statusCode!, finalUrl }
  })

async function follow(address: string, method: 'GET' | 'HEAD', signal: AbortSignal, limits: Limits) {
  const allowed = limits.allowed ?? settings().fetchAllowedOrigins
  const userAgent = `LocalRecord/1.0 (+${settings().siteUrl})`
  let next: string | URL = address
  for (let left = limits.redirects ?? 5; left >= 0; left--) {
    const target = await resolveTarget(next, { allowed, ...(limits.resolve && { resolve: limits.resolve }) })
    if (signal.aborted) throw new Unreadable({ code: 'too_slow' })
    const answer: IncomingMessage = await request(target, { method, userAgent, signal })
    const to = answer.headers.location
    if (!REDIRECTS.has(answer.statusCode!) || to === undefined) return { answer, finalUrl: target.url.href }
    answer.destroy()
    if (!URL.canParse(to, target.url.href)) throw new Unreadable({ code: 'not_an_address' })
    next = new URL(to, target.url)
  }
  throw new Unreadable({ code: 'redirects' })
}

/** Ends the work when its time is over, whatever it waits for. */
async function within<T>({ milliseconds = 15_000 }: Limits, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let late: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    late = setTimeout(() => {
      reject(new Unreadable({ code: 'too_slow' }))
      controller.abort()
    }, milliseconds)
  })
  return Promise.race([work(controller.signal), over]).finally(() => {
    clearTimeout(late)
    controller.abort()
  })
}
