import { z } from 'zod'
import { intervalOf } from '@/lib/text/edtf'

/** A date as an editor gives it: as exact as the source, never more. */
export const DateInput = z.strictObject({
  edtf: z
    .string()
    .refine(
      (value) => intervalOf(value) !== null,
      'Write a date such as 2025-01-22, 2024-11 or 2025-01-20/2025-01-24.',
    ),
  /** The source's own words: "this week". */
  asWritten: z.string().trim().min(1).max(200).optional(),
})
export type DateInput = z.infer<typeof DateInput>

/** A date as a reader gets it: with the days that it spans. */
export const InexactDate = z.object({
  edtf: z.string(),
  earliest: z.iso.date().nullable(),
  latest: z.iso.date().nullable(),
  asWritten: z.string().nullable(),
})
export type InexactDate = z.infer<typeof InexactDate>
