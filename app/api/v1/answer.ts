import type { z } from 'zod'
import type { Page } from '@/lib/platform/lists/read-cards'
import { type TextResponse, jsonText } from '@/lib/platform/http/types'
import { settings } from '@/lib/platform/settings/settings'

/** A JSON response parsed by its schema, which removes fields that the schema does not define. */
export const answer = (schema: z.ZodType, body: unknown, headers: Record<string, string> = {}): TextResponse =>
  jsonText(JSON.stringify(schema.parse(body)), headers)

/** A page of rows that the database serialized as JSON, with the total if it was requested. */
export const answerTexts = (
  { rows, total, more, next }: Pick<Page<string>, 'rows' | 'next'> & Partial<Page<string>>,
  headers: Record<string, string>,
): TextResponse => {
  const counted = total === undefined ? '' : `"total":${total},"more":${more === true},`
  return jsonText(`{"data":[${rows.join(',')}],${counted}"next":${JSON.stringify(next)}}`, headers)
}

/** The absolute URL of an API path. */
export const apiAddress = (path: string): string => `${settings().siteUrl}/api/v1${path}`

/** The Link header to the next page, if there is one. */
export const linkNext = (path: string, params: URLSearchParams, next: string | null): Record<string, string> => {
  if (next === null) return {}
  const query = new URLSearchParams(params)
  query.set('after', next)
  return { link: `<${apiAddress(path)}?${query}>; rel="next"` }
}
