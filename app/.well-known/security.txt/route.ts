import { securityTxt } from '@/lib/features/security-contact/security-txt'
import { settings } from '@/lib/platform/settings/settings'

export const dynamic = 'force-dynamic'

/** Tells researchers where to report a weakness (RFC 9116). 404 where the site's operator named no contact. */
export function GET(): Response {
  const { securityContact, siteUrl } = settings()
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  if (!securityContact) return new Response('There is no security contact.\n', { status: 404, headers })
  return new Response(securityTxt(securityContact, siteUrl), { headers })
}
