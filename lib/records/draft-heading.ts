import { z } from 'zod'
import type { Heading } from '@/lib/platform/publishing/working-copy'
import { RECORD_TYPES, type RecordTypeName } from './registry'

// Draft data is unvalidated, so each part is parsed on its own.
const Names = z.object({
  name: z.string().catch(''),
  fullName: z.string().catch(''),
  words: z.string().catch(''),
  title: z.union([z.string(), z.object({ en: z.string() }).transform((text) => text.en)]).catch(''),
})

const MAX_LENGTH = 120

/** The heading of a draft in admin lists: the future heading of the published entry, as far as it is written. */
export const draftHeading: Heading = async (tx, type, data) => {
  const { draftTitle } = RECORD_TYPES[type as RecordTypeName]
  const { name, fullName, words, title } = Names.parse(data)
  const heading = draftTitle ? await draftTitle(tx, data) : fullName || name || title || words
  return heading.length > MAX_LENGTH ? `${heading.slice(0, MAX_LENGTH - 1)}…` : heading
}
