import { openApiDocument } from '@/lib/features/api/document'
import { publicRoute } from '@/lib/platform/api/public-route'

export const dynamic = 'force-dynamic'

/** The API's description in OpenAPI 3.1. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = publicRoute('read', async () =>
  Response.json(openApiDocument()),
)
