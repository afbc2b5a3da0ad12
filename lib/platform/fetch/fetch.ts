import type { IncomingMessage } from 'node:http'
import { settings } from '@/lib/platform/settings/settings'
import { cleanText } from '@/lib/platform/text/clean-text'
import { readBody } from './read-body'
import { createCookieJar } from './cookies'
import { Unreadable } from './failures'
import { request } from './request'
import { type Resolve, resolveTarget } from './resolve-target'

export type Limits = {
  /** Total time for DNS, redirects and the response to its last byte. */
  milliseconds?: number
  bytes?: number
  redirects?: number
  resolve?: Resolve
  /** Origins that may be read although they are in a private network; by default those of the settings. */
  allowed?: readonly string[]
}

/** A fetched document. Its bytes are decoded and parsed in a worker process. */
export type Fetched = { url: string; finalUrl: string; kind: 'html' | 'text'; contentType: string; bytes: Buffer }

const REDIRECTS = new Set([301, 302, 303, 307, 308])

const KINDS: Record<string, 'html' | 'text'> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
}

/**
 * Fetches a document from an untrusted address. Every redirect is checked like the first address. No script runs, no
 * resource of the page is loaded, and a redirect in the page itself is not followed.
 * @throws Unreadable
 */
export const fetchDocument = (address: string, limits: Limits = {}): Promise<Fetched> =>
  within(limits, async (signal) => {
    const { response, finalUrl } = await follow(address, 'GET', signal, limits)
    const type = response.headers['content-type'] ?? ''
    const kind = KINDS[type.split(';')[0]!.trim().toLowerCase()]
    try {
      if (response.statusCode! < 200 || response.statusCode! > 299) {
        throw new Unreadable({ code: 'status', detail: String(response.statusCode) })
      }
      if (!kind)
        throw new Unreadable({ code: /\bpdf\b/i.test(type) ? 'pdf' : 'type', detail: cleanText(type).slice(0, 100) })
      const bytes = await readBody(response, limits.bytes ?? 5_000_000, signal)
      return { url: address.trim(), finalUrl, kind, contentType: type, bytes }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      throw new Unreadable(error.failure, { url: finalUrl, status: response.statusCode! })
    } finally {
      response.destroy()
    }
  })

/**
 * Requests an address without reading the body.
 * @throws Unreadable
 */
export const checkAddress = (address: string, limits: Limits = {}): Promise<{ status: number; finalUrl: string }> =>
  within(limits, async (signal) => {
    const head = await follow(address, 'HEAD', signal, limits)
    head.response.destroy()
    // Some servers answer HEAD wrongly; an error counts only where GET returns it too.
    const { response, finalUrl } =
      head.response.statusCode! >= 400 ? await follow(address, 'GET', signal, limits) : head
    response.destroy()
    return { status: response.statusCode!, finalUrl }
  })

/**
 * Follows redirects as a browser does: a cookie that a response sets goes back to its host in the same chain, because
 * some sites redirect to the same address until it does.
 */
async function follow(address: string, method: 'GET' | 'HEAD', signal: AbortSignal, limits: Limits) {
  const allowed = limits.allowed ?? settings().fetchAllowedOrigins
  const userAgent = `LocalRecord/1.0 (+${settings().siteUrl})`
  const cookies = createCookieJar()
  let next: string | URL = address
  for (let left = limits.redirects ?? 5; left >= 0; left--) {
    const target = await resolveTarget(next, { allowed, ...(limits.resolve && { resolve: limits.resolve }) })
    if (signal.aborted) throw new Unreadable({ code: 'too_slow' })
    const response: IncomingMessage = await request(target, {
      method,
      userAgent,
      signal,
      cookie: cookies.headerFor(target.url),
    })
    cookies.store(target.url, response.headers['set-cookie'])
    const to = response.headers.location
    if (!REDIRECTS.has(response.statusCode!) || to === undefined) return { response, finalUrl: target.url.href }
    response.destroy()
    if (!URL.canParse(to, target.url.href)) throw new Unreadable({ code: 'not_an_address' })
    next = new URL(to, target.url)
  }
  throw new Unreadable({ code: 'redirects' })
}

/** Ends the work at its time limit, whatever it waits for. */
async function within<T>({ milliseconds = 15_000 }: Limits, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Unreadable({ code: 'too_slow' }))
      controller.abort()
    }, milliseconds)
  })
  return Promise.race([work(controller.signal), timeout]).finally(() => {
    clearTimeout(timer)
    controller.abort()
  })
}
