import { publicRoute } from '@/lib/platform/api/public-route'
import { problem } from '@/lib/platform/http/problem-json'

export const dynamic = 'force-dynamic'

/** Answers 404 for every other path. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = publicRoute('read', async () => problem(404))
