import type { Thing, WithContext } from 'schema-dts'

/** The structured data of a page: one node or several. */
export type PageData = WithContext<Thing> | readonly WithContext<Thing>[]

/** Serializes JSON for a script element. Escapes characters that could end the element or start a comment. */
export const scriptText = (data: unknown): string =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
