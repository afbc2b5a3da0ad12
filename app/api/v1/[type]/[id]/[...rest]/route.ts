import { publicRoute } from '@/lib/platform/api/public-route'
import { problem } from '@/lib/platform/http/problem-json'

export const dynamic = 'force-dynamic'

/** Whatever else is asked for. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = publicRoute('read', async () => problem(404))
