import type { IncomingHttpHeaders } from 'node:http'
import { settings } from '@/lib/platform/settings/settings'
import type { Refusal } from './check-url'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/** Why a form can't be taken: another site's page sent it, or nothing says that one of ours did. */
export const refuseForeign = (
  { allowCrossOriginWrites }: { allowCrossOriginWrites: boolean },
  method: string,
  headers: IncomingHttpHeaders,
): Refusal | null =>
  allowCrossOriginWrites || SAFE.includes(method) || isFromHere(headers)
    ? null
    : { status: 403, message: 'This was not sent from a page of this site.' }

/** Whether a page of this site sent a request: another's form can't write here, whatever cookies go along. */
const isFromHere = ({ origin, referer, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean => {
  const told = origin && origin !== 'null' ? origin : undefined
  if (!told && site) return site === 'same-origin'
  const from = told ?? referer
  if (!from || !URL.canParse(from)) return false
  return new URL(from).origin === settings().siteUrl || new URL(from).host === host
}

/** What Next compares once more is what was found out here, whatever name a proxy gives us. */
export const asFromHere = (headers: IncomingHttpHeaders): void => {
  const { siteUrl } = settings()
  Object.assign(headers, { origin: siteUrl, 'x-forwarded-host': new URL(siteUrl).host })
}
