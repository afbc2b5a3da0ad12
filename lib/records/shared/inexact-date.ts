import { z } from 'zod'
import { intervalOf } from '@/lib/text/edtf'

/** Input of a date, at most as precise as its source. */
export const DateInput = z.strictObject({
  edtf: z.string().refine((value) => intervalOf(value) !== null, 'validation.inexactDate'),
  /** The source's wording: "this week". */
  asWritten: z.string().trim().min(1).max(200).optional(),
})
export type DateInput = z.infer<typeof DateInput>

/** A public date with its interval in days. */
export const InexactDate = z.object({
  edtf: z.string(),
  earliest: z.iso.date().nullable(),
  latest: z.iso.date().nullable(),
  asWritten: z.string().nullable(),
})
export type InexactDate = z.infer<typeof InexactDate>
