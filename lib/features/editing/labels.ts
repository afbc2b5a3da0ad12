import type { Lang } from '@/lib/platform/i18n/locale'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

/** A record in an admin reference field: its name, and details that distinguish namesakes. */
export type RecordLabel = { type: string; id: string; label: string; about: string; draft: boolean }

export const labelOfCard = (type: string, id: string, card: unknown, lang: Lang): RecordLabel => ({
  type,
  id,
  ...RECORD_TYPES[type as RecordTypeName].choice(card as never, lang),
  draft: false,
})

export const labelOfDraft = (type: string, id: string, title: string, about = ''): RecordLabel => ({
  type,
  id,
  label: title || id,
  about,
  draft: true,
})
