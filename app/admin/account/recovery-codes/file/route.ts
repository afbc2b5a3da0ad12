import { requireSession } from '@/app/admin/session'
import { codesOf } from '@/lib/platform/auth/second-factor'
import { settings } from '@/lib/platform/settings/settings'

export const dynamic = 'force-dynamic'

/** Recovery codes as a text file, available only while they are shown. */
export async function GET(): Promise<Response> {
  const person = await requireSession('/admin/account/recovery-codes')
  const { shown } = await codesOf(person.id)
  if (!shown) return new Response(null, { status: 404 })
  return new Response(`${new URL(settings().siteUrl).host}\n\n${shown.join('\n')}\n`, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="local-record-recovery-codes.txt"',
      'Cache-Control': 'private, no-store',
    },
  })
}
