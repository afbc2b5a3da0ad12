import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import { type FailureCode, Unreadable } from './failures'
import type { ResolvedTarget } from './resolve-target'

type RequestOptions = { method: 'GET' | 'HEAD'; userAgent: string; signal: AbortSignal; cookie?: string | undefined }

/** One request to the checked address. The host's name is used for headers and the certificate only. */
export const request = (
  { url, address }: ResolvedTarget,
  { method, userAgent, signal, cookie }: RequestOptions,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const lookup: LookupFunction = (_host, options, found) => {
      const family = isIPv6(address) ? 6 : 4
      if (options.all) found(null, [{ address, family }])
      else found(null, address, family)
    }
    const outgoing = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method,
        // No keep-alive: a reused connection could lead to an address that was checked earlier.
        agent: false,
        lookup,
        signal,
        maxHeaderSize: 32_768,
        headers: {
          'user-agent': userAgent,
          accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1',
          'accept-language': 'en-US,en;q=0.9,es;q=0.8',
          // Not br: see read-body.ts.
          'accept-encoding': 'gzip, deflate',
          ...(cookie && { cookie }),
        },
      },
      resolve,
    )
    outgoing.on('error', (error: Error & { code?: string }) => {
      reject(new Unreadable({ code: signal.aborted ? 'too_slow' : failureOf(error.code ?? '') }))
    })
    outgoing.end()
  })

const failureOf = (code: string): FailureCode =>
  /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code) ? 'insecure' : /HPE_/.test(code) ? 'damaged' : 'unreachable'
