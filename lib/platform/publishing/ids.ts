import { createHash, randomInt, randomUUID } from 'node:crypto'

// Crockford's alphabet: no letter that looks like a digit.
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** The id of a record that has a key (a GEOID, a content file's name). The same key always has the same id. */
export const idFor = (type: string, key: string): string =>
  Array.from(createHash('sha256').update(`${type}/${key}`).digest().subarray(0, 10), (byte) => LETTERS[byte % 32]).join(
    '',
  )

export const newId = (): string => Array.from({ length: 10 }, () => LETTERS[randomInt(32)]).join('')

/** The id of an internal row: a UUID of version 7, so that ids sort by creation time. */
export const rowId = (): string => {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
