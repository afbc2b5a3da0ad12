import type { z } from 'zod'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'

/** Metadata of a field for columns, forms, the codebook and OpenAPI. */
export type FieldMeta = { title: string; es: string; about?: LocalizedText; vocabulary?: Vocabulary }

/** Attaches a field's label in both languages to its schema. */
export const field = <S extends z.ZodType>(
  schema: S,
  label: LocalizedText,
  more: Omit<FieldMeta, 'title' | 'es'> = {},
): S => schema.meta({ title: label.en, es: label.es, ...more })

export const fieldMeta = (schema: z.ZodType): FieldMeta | undefined => {
  const meta = schema.meta() as FieldMeta | undefined
  return meta?.title ? meta : undefined
}

export const fieldLabel = (meta: FieldMeta, lang: Lang): string => (lang === 'en' ? meta.title : meta.es)
