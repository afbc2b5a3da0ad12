import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Plan } from './buffer-response'
import { dataPolicy, inlineScriptHashes, pagePolicy } from './content-security-policy'
import type { Found } from '@/server/route-matcher'
import { FEW, compress, isCompressible } from './compression'
import { failurePage } from './error-pages'
import { cacheControl, etagOf, vary } from '@/lib/platform/http/headers'
import { withoutFramework } from './strip-client-runtime'
import type { Line } from '@/server/request-info'
import {
  isDatabaseMarkedDown,
  isBodyMarkedUnreadable,
  hasOwnErrorPage,
} from '@/lib/platform/request-context/request-context'
import { UNREADABLE, settleUnreadable } from './unreadable-body'

const typeOf = (res: ServerResponse) => String(res.getHeader('Content-Type') ?? '')
export const isPage = (res: ServerResponse) => /^text\/html/i.test(typeOf(res))

/** The headers that don't need the body, set before the first byte; and whether to wait for the whole body. */
export function dressHead(res: ServerResponse, { path, area, method, isBuilt }: Line): Plan {
  if (isBuilt) return 'whole'
  if (res.statusCode === 500 && isDatabaseMarkedDown(res)) res.statusCode = 503
  settleUnreadable(res)
  if (res.statusCode === 503 && !res.hasHeader('Retry-After')) res.setHeader('Retry-After', '5')
  if (res.statusCode >= 500) res.setHeader('X-Request-Id', randomUUID())
  if (area.public) res.removeHeader('Set-Cookie')
  const said = res.getHeader('Cache-Control')?.toString()
  res.setHeader('Cache-Control', cacheControl(said, res.statusCode, area.public && method !== 'POST'))
  if (isPage(res)) {
    if (area.public) res.removeHeader('Vary')
    res.setHeader('Cross-Origin-Resource-Policy', area.frameAncestors === '*' ? 'cross-origin' : 'same-origin')
    return 'whole'
  }
  const varies = vary(res.getHeader('Vary')?.toString())
  if (varies) res.setHeader('Vary', varies)
  else res.removeHeader('Vary')
  const shared = /^\/(api|feeds|embed)(\/|$)/.test(path) || res.hasHeader('Access-Control-Allow-Origin')
  res.setHeader('Cross-Origin-Resource-Policy', shared ? 'cross-origin' : 'same-origin')
  if (!res.hasHeader('Content-Security-Policy')) res.setHeader('Content-Security-Policy', dataPolicy)
  const download = /^attachment/i.test(String(res.getHeader('Content-Disposition') ?? ''))
  return isCompressible(typeOf(res)) && !download && res.statusCode !== 206 ? 'whole' : 'stream'
}

/** Who makes the answer: a handler of ours, or Next; `isOurs` where it is the server itself that refuses. */
type Maker = { found: Found | null; isOurs: boolean }

function pageOf(res: ServerResponse, made: Buffer, { path, area }: Line, { found, isOurs }: Maker): Buffer {
  if (res.statusCode >= 500 && !isOurs && !hasOwnErrorPage(res)) return Buffer.from(failurePage(path))
  return area.stripClientRuntime && !found ? Buffer.from(withoutFramework(made.toString('utf8'))) : made
}

/**
 * Makes the bytes to send of all that was written: a failure's page in place of what came of it, without the framework
 * where nothing waits for it, in the reader's encoding; with the policy, the tag and the length that these have.
 */
export function dresser() {
  const built = new Map<string, Buffer | Promise<Buffer>>()

  const encoded = (res: ServerResponse, body: Buffer, { encoding, isBuilt, key }: Line, forPrograms: boolean) => {
    const worth = body.length > FEW && encoding !== 'identity' && !res.hasHeader('Content-Encoding')
    if (!worth || !isCompressible(typeOf(res))) return body
    res.setHeader('Content-Encoding', encoding)
    if (!isBuilt || res.statusCode !== 200) return compress(body, encoding, forPrograms ? 'least' : 'some')
    if (!built.has(key)) built.set(key, compress(body, encoding, 'most'))
    return built.get(key)!
  }

  return async (res: ServerResponse, sent: Buffer, line: Line, maker: Maker): Promise<Buffer> => {
    const { area, reads, isBuilt } = line
    const made = isBodyMarkedUnreadable(res) ? UNREADABLE : sent
    const whole = isPage(res) ? pageOf(res, made, line, maker) : made
    if (isPage(res)) {
      const hashes = inlineScriptHashes(whole)
      res.setHeader('Content-Security-Policy', pagePolicy(hashes, area.frameAncestors))
    }
    if (area.public && reads && res.statusCode === 200 && !isBuilt) res.setHeader('ETag', etagOf(whole))
    if (isCompressible(typeOf(res))) res.setHeader('Vary', vary(res.getHeader('Vary')?.toString(), 'Accept-Encoding'))
    const body = await encoded(res, whole, line, maker.found !== null && !maker.found.isPage)
    res.setHeader('Content-Length', body.length)
    return body
  }
}
