import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import { type FailureCode, Unreadable } from './failures'
import type { ResolvedTarget } from './resolve-target'

type Ask = { method: 'GET' | 'HEAD'; userAgent: string; signal: AbortSignal }

/** One request to the address that was checked; the name only goes into the headers and the certificate's check. */
export const request = (
  { url, address }: ResolvedTarget,
  { method, userAgent, signal }: Ask,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const lookup: LookupFunction = (_host, options, found) => {
      const family = isIPv6(address) ? 6 : 4
      if (options.all) found(null, [{ address, family }])
      else found(null, address, family)
    }
    const asked = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method,
        // A connection of its own: one that is kept could lead to an address of before.
        agent: false,
        lookup,
        signal,
        maxHeaderSize: 32_768,
        headers: {
          'user-agent': userAgent,
          accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1',
          'accept-language': 'en-US,en;q=0.9,es;q=0.8',
          'accept-encoding': 'gzip, deflate, br',
        },
      },
      resolve,
    )
    asked.on('error', (error: Error & { code?: string }) => {
      reject(new Unreadable({ code: signal.aborted ? 'too_slow' : failureOf(error.code ?? '') }))
    })
    asked.end()
  })

const failureOf = (code: string): FailureCode =>
  /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code) ? 'insecure' : /HPE_/.test(code) ? 'damaged' : 'unreachable'
