import type { ServerResponse } from 'node:http'
import { securityHeaders as headersFor } from '@/lib/platform/http/headers'
import type { Stage } from '@/server/exchange'

/** Sets the headers that every response has, also a rejection. */
export const createHeaderSetter = (https: boolean): ((res: ServerResponse) => void) => {
  const headers = Object.entries(headersFor(https))
  return (res) => {
    for (const [name, value] of headers) res.setHeader(name, value)
  }
}

export const securityHeaders = (setHeaders: (res: ServerResponse) => void): Stage => ({
  name: 'security-headers',
  run: ({ res }) => setHeaders(res),
})
