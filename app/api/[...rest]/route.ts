import { publicRoute } from '@/lib/platform/api/public-route'
import { problem } from '@/lib/platform/http/problem-json'

export const dynamic = 'force-dynamic'

/** Answers 404 for every other path below /api: without it, Next would take such a path for that of a page. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = publicRoute('read', async () => problem(404))
