import { createHash } from 'node:crypto'
import type { MinimalRequest } from '@/lib/platform/http/types'
import { isFresh } from '@/lib/platform/http/headers'

/**
 * Conditional GET for a streamed response, whose bytes can't be hashed before it begins: its ETag is a hash over what
 * determines them, such as the time of the last publication. Answers 304 to a client that has this version.
 */
export const notModifiedOr = async (
  request: Pick<MinimalRequest, 'headers'>,
  determinants: readonly string[],
  create: () => Promise<Response>,
): Promise<Response> => {
  const tag = createHash('sha256').update(JSON.stringify(determinants)).digest('base64url').slice(0, 22)
  const etag = `W/"s-${tag}"`
  if (isFresh(request.headers.get('if-none-match') ?? undefined, etag))
    return new Response(null, { status: 304, headers: { ETag: etag } })
  const response = await create()
  response.headers.set('ETag', etag)
  return response
}
