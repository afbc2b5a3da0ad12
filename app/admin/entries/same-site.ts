import { settings } from '@/lib/platform/settings'

/** Whether a request was sent by a page of this site: another's form can't write here, whatever cookies go along. */
export const isFromHere = (request: Request): boolean => {
  const origin = request.headers.get('origin')
  if (!origin || origin === 'null') return request.headers.get('sec-fetch-site') === 'same-origin'
  return origin === settings().siteUrl || (URL.canParse(origin) && new URL(origin).host === request.headers.get('host'))
}
