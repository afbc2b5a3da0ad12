import type { z } from 'zod'
import type { Page } from '@/lib/platform/lists/read-cards'
import { type TextResponse, jsonText } from '@/lib/platform/http/types'
import { settings } from '@/lib/platform/settings/settings'

/** What leaves has passed its schema: a field that the schema does not name stays here. */
export const answer = (schema: z.ZodType, body: unknown, headers: Record<string, string> = {}): TextResponse =>
  jsonText(JSON.stringify(schema.parse(body)), headers)

/** A page of what the database made as JSON, and how many there are in all where that was asked. */
export const answerTexts = (
  { rows, total, more, next }: Pick<Page<string>, 'rows' | 'next'> & Partial<Page<string>>,
  headers: Record<string, string>,
): TextResponse => {
  const counted = total === undefined ? '' : `"total":${total},"more":${more === true},`
  return jsonText(`{"data":[${rows.join(',')}],${counted}"next":${JSON.stringify(next)}}`, headers)
}

/** The address of something in this interface. */
export const apiAddress = (path: string): string => `${settings().siteUrl}/api/v1${path}`

/** The Link header to the page that follows, where one does. */
export const linkNext = (path: string, params: URLSearchParams, next: string | null): Record<string, string> => {
  if (next === null) return {}
  const query = new URLSearchParams(params)
  query.set('after', next)
  return { link: `<${apiAddress(path)}?${query}>; rel="next"` }
}
