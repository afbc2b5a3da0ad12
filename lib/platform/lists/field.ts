import type { z } from 'zod'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'

/** What columns, forms, the codebook and OpenAPI know of a field beyond its type. */
export type FieldMeta = { title: string; es: string; about?: LocalizedText; vocabulary?: Vocabulary }

/** Names a field in both languages; the one place where its label is written. */
export const field = <S extends z.ZodType>(
  schema: S,
  names: LocalizedText,
  more: Omit<FieldMeta, 'title' | 'es'> = {},
): S => schema.meta({ title: names.en, es: names.es, ...more })

export const fieldMeta = (schema: z.ZodType): FieldMeta | undefined => {
  const meta = schema.meta() as FieldMeta | undefined
  return meta?.title ? meta : undefined
}

export const fieldLabel = (meta: FieldMeta, lang: Lang): string => (lang === 'en' ? meta.title : meta.es)
