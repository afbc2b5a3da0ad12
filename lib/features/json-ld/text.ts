import type { Thing, WithContext } from 'schema-dts'

/** What a page says of itself for programs: one thing, or several. */
export type PageData = WithContext<Thing> | readonly WithContext<Thing>[]

/** Data as the text of a script element: nothing in it can end the element or begin a comment. */
export const scriptText = (data: unknown): string =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
