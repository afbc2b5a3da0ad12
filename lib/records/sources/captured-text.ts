import { createHash } from 'node:crypto'
import { z } from 'zod'
import { MAX_TEXT_LENGTH, tidyText } from '@/lib/platform/fetch/tidy-text'
import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Invalid } from '@/lib/platform/errors/errors'
import { intervalOf } from '@/lib/text/edtf'

export const Address = z.url({ protocol: /^https?$/, error: 'sources.wrong.address' }).max(2_000)

/** Metadata of a captured text. */
export const About = z.object({
  url: Address.nullable().default(null),
  title: z.string().trim().min(1).max(500).nullable().default(null),
  outlet: z.string().trim().min(1).max(200).nullable().default(null),
  authors: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
  published: z
    .string()
    .refine((edtf) => intervalOf(edtf) !== null, 'sources.wrong.date')
    .nullable()
    .default(null),
  lang: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable()
    .default(null),
})
export type About = z.infer<typeof About>

/** A text pasted by an editor. */
export const PastedText = z.string().trim().min(1, 'sources.wrong.text').max(MAX_TEXT_LENGTH, 'sources.wrong.long')

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

type Text = About & { text: string; method: 'fetched' | 'pasted'; finalUrl?: string | null }

/**
 * Stores a text under its hash, once per hash. If a source already references the hash of the untidied text, that form
 * is stored instead of the tidied one.
 */
export async function storeCapturedText(
  tx: Transaction,
  actor: Actor,
  { text, finalUrl = null, ...about }: Text,
): Promise<string> {
  const unix = text.replace(/\r\n?/g, '\n')
  const forms = [unix, unix.trim(), `${unix.trim()}\n`, tidyText(text)]
  if (!forms.at(-1)) throw new Invalid({ text: ['sources.wrong.text'] })
  const known = await tx.capture.findFirst({ where: { sha256: { in: forms.map(hashOf) } }, select: { sha256: true } })
  const kept = forms.find((form) => hashOf(form) === known?.sha256) ?? forms.at(-1)!
  const sha256 = hashOf(kept)
  const row = { sha256, text: kept, finalUrl, byId: actor.id, ...about }
  await tx.capturedText.createMany({ data: [row], skipDuplicates: true })
  return sha256
}

/** The texts of a published source's captures. */
export const capturedTextsOf = async (tx: Transaction, sourceId: string): Promise<string[]> =>
  (
    await tx.rows<{ text: string }>(sql`
      SELECT captured_text.text FROM capture JOIN captured_text USING (sha256) WHERE capture.source_id = ${sourceId}`)
  ).map(({ text }) => text)
