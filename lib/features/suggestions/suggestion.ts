import type { Lang } from '@/lib/platform/i18n/locale'
import { z } from 'zod'
import { LANGS } from '@/lib/platform/i18n/locale'
import { RecordId } from '@/lib/platform/publishing/working-copy'

export const KINDS = ['source', 'correction', 'other'] as const
export const STATES = ['new', 'drafted', 'answered', 'dismissed'] as const
export type State = (typeof STATES)[number]
export type Kind = (typeof KINDS)[number]

export const LIMITS = { text: 4_000, links: 3, url: 2_000 }

const isWeb = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
const links = (text: string) => text.match(/https?:\/\/|www\./gi)?.length ?? 0

/** Input of the suggestion form. Issue messages are message keys. */
export const Suggestion = z.strictObject({
  kind: z.enum(KINDS, 'kindMissing'),
  text: z
    .string()
    .trim()
    .min(10, 'textMissing')
    .max(LIMITS.text, 'textLong')
    .refine((text) => !text.includes('\0'), 'textMissing')
    .refine((text) => links(text) <= LIMITS.links, 'tooManyLinks')
    .refine((text) => !/<a\s|\[url|\[link/i.test(text), 'noMarkup'),
  url: z
    .string()
    .trim()
    .max(LIMITS.url, 'urlLong')
    .refine((text) => isWeb(text) && !text.includes('\0'), 'urlWrong')
    .nullable(),
  /** Page of the suggestion, and its record if it is a record's page. */
  path: z.string().regex(/^\/[a-z0-9\-/]{0,200}$/),
  type: z.string().max(40).nullable(),
  recordId: RecordId.nullable(),
  lang: z.enum(LANGS),
})
export type Suggestion = z.infer<typeof Suggestion>

/** Unguessable code with which the reader looks up the answer. */
export const Receipt = z.string().regex(/^[0-9a-hjkmnp-tv-z]{20}$/)

/** Views of the admin list. `open` contains suggestions that need work. */
export const VIEWS = ['open', ...STATES, 'all'] as const
export type View = (typeof VIEWS)[number]

export type SuggestionViewQuery = { view: View; kind: Kind | null; before: string | null }

export const readSuggestionView = (params: Record<string, string | string[] | undefined>): SuggestionViewQuery => ({
  view: VIEWS.find((one) => one === params.state) ?? 'open',
  kind: KINDS.find((one) => one === params.kind) ?? null,
  before: typeof params.before === 'string' && /^[0-9a-z]{10}$/.test(params.before) ? params.before : null,
})

export type SuggestionRow = {
  id: string
  kind: Kind
  path: string
  type: string | null
  recordId: string | null
  text: string
  url: string | null
  lang: Lang
  state: State
  answer: string | null
  answeredAt: Date | null
  reason: string | null
  by: string | null
  draftId: string | null
  receivedAt: Date
}

/** Data shown to the holder of the receipt. */
export type SuggestionReceipt = {
  state: State
  path: string
  answer: string | null
  answeredAt: Date | null
  receivedAt: Date
}
