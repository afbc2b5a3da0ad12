import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** Only Next's navigation in the browser sends these; a public page is the same document for everyone. */
const NAVIGATION = [
  'rsc',
  'next-action',
  'next-url',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
]

/** What a public page may not depend on is taken away before it is made. */
export function plainRequest(req: IncomingMessage, isFile: boolean): void {
  for (const name of ['cookie', 'if-modified-since', ...NAVIGATION]) delete req.headers[name]
  if (!isFile) delete req.headers['if-none-match']
  // Next makes another page for who names no browser.
  req.headers['user-agent'] = 'reader'
}

/**
 * Headers by which the parts of the framework talk to each other: from outside, they could have it answer otherwise. How
 * readers reach us says SITE_URL; told that it was TLS, the framework would speak TLS to this server itself.
 */
const INNER =
  /^x-(middleware|nextjs|invoke|matched|now|prerender|vercel|original|rewrite|http-method|method|forwarded-(proto|port))/

export const withoutInner = (headers: IncomingHttpHeaders): void => {
  for (const name of Object.keys(headers)) if (INNER.test(name)) delete headers[name]
}
