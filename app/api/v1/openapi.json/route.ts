import { openApiDocument } from '@/lib/domain/api/document'
import { openRoute } from '@/lib/platform/api/open'

export const dynamic = 'force-dynamic'

/** The interface as OpenAPI 3.1. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute('read', async () =>
  Response.json(openApiDocument()),
)
