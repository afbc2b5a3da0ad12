import { createHash } from 'node:crypto'
import type { MinimalRequest } from '@/lib/platform/http/types'
import { isFresh } from '@/lib/platform/http/headers'

/**
 * An answer that is made piece by piece has no bytes to make a tag from before it begins. Its tag comes from what
 * decides them: the data's last change and whatever else the answer depends on. Who has that one is not sent it again.
 */
export const notModifiedOr = async (
  request: Pick<MinimalRequest, 'headers'>,
  decides: readonly string[],
  make: () => Promise<Response>,
): Promise<Response> => {
  const tag = createHash('sha256').update(JSON.stringify(decides)).digest('base64url').slice(0, 22)
  const etag = `W/"s-${tag}"`
  if (isFresh(request.headers.get('if-none-match') ?? undefined, etag))
    return new Response(null, { status: 304, headers: { ETag: etag } })
  const response = await make()
  response.headers.set('ETag', etag)
  return response
}
