import { createHash } from 'node:crypto'
import { sql } from '@/lib/platform/database/sql'

/** The namespace of this project's ids. Changing it changes the id of every feed and entry. */
const NAMESPACE = 'ce7f82ac-d622-431c-a84f-5fe0237ea2a0'

/** A UUID that is computed from a name: RFC 9562, version 5. */
export const nameUuid = (namespace: string, name: string): string => {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/**
 * Returns the function that makes the ids of feeds and entries: URNs without the site's address, so that they stay the
 * same when the site moves. Two sites with the same software differ by the time of their first publication.
 */
export const feedIds = async (): Promise<(name: string) => string> => {
  const [row] = await sql`SELECT min(at) AS first FROM revision`.rows<{ first: Date | null }>()
  const namespace = nameUuid(NAMESPACE, row?.first?.toISOString() ?? '')
  return (name) => `urn:uuid:${nameUuid(namespace, name)}`
}
