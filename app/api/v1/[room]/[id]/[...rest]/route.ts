import { openRoute } from '@/lib/platform/api/open'
import { problem } from '@/lib/platform/web/problem'

export const dynamic = 'force-dynamic'

/** Whatever else is asked for. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute('read', async () => problem(404))
