import type { IncomingHttpHeaders } from 'node:http'
import { settings } from '@/lib/platform/settings/settings'
import type { Rejection, Stage } from '@/server/exchange'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** Rejects a write from another site's page, and a write without evidence that it comes from this site. */
export const validateOrigin = (
  { allowCrossOriginWrites }: { allowCrossOriginWrites: boolean },
  method: string,
  headers: IncomingHttpHeaders,
): Rejection | null =>
  allowCrossOriginWrites || SAFE_METHODS.includes(method) || isSameOrigin(headers)
    ? null
    : { status: 403, message: 'This was not sent from a page of this site.' }

/** Origin decides, else Sec-Fetch-Site, else Referer. Session cookies play no part. */
const isSameOrigin = ({ origin, referer, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean => {
  const sentOrigin = origin && origin !== 'null' ? origin : undefined
  if (!sentOrigin && site) return site === 'same-origin'
  const source = sentOrigin ?? referer
  if (!source || !URL.canParse(source)) return false
  const { origin: sentFrom } = new URL(source)
  return sentFrom === settings().siteUrl || sentFrom === ownOrigin(host)
}

/** The origin under which this request reached us. Its host was checked; the scheme is that of SITE_URL. */
const ownOrigin = (host: string | undefined): string | null => {
  const url = `${new URL(settings().siteUrl).protocol}//${host}`
  return URL.canParse(url) ? new URL(url).origin : null
}

/** Next compares Origin and Host of a server action itself; after the check above both are set to SITE_URL. */
export const setTrustedOrigin = (headers: IncomingHttpHeaders): void => {
  const { siteUrl } = settings()
  Object.assign(headers, { origin: siteUrl, 'x-forwarded-host': new URL(siteUrl).host })
}

export const csrf: Stage = {
  name: 'csrf',
  run: ({ req, info }) => validateOrigin(info.policy, info.method, req.headers),
}
