import { createHash, randomInt, randomUUID } from 'node:crypto'

// Crockford's alphabet: no letter that looks like a digit.
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** The id of a record that has a key of its own (a GEOID, a content file's name): the same key, always the same id. */
export const idFor = (type: string, key: string): string =>
  Array.from(createHash('sha256').update(`${type}/${key}`).digest().subarray(0, 10), (byte) => LETTERS[byte % 32]).join(
    '',
  )

export const newId = (): string => Array.from({ length: 10 }, () => LETTERS[randomInt(32)]).join('')

/** The id of a row that nobody sees: a UUID of the seventh version, so that rows lie in the order of their making. */
export const rowId = (): string => {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
