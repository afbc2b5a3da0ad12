import type { z } from 'zod'
import { type FieldMeta, fieldLabel, fieldMeta } from '@/lib/platform/lists/field'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { ImportRow } from '@/lib/platform/imports/queries'
import { sortKeys } from '@/lib/platform/publishing/sorted-json'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { typeOfLink } from '@/lib/records/record-links'

/** A field of an imported entry for display; `was` is the previous value if it changes. */
export type PreviewField = { label: string; value: string; was?: string }

/** An imported entry as the preview shows it. */
export type PreviewEntry = { type: RecordTypeName; title: string; isNew: boolean; fields: PreviewField[] }

/** A row with its entries for display. */
export type PreviewRow = Omit<ImportRow, 'entries'> & { entries: PreviewEntry[] }

type Data = Readonly<Record<string, unknown>>
type Names = ReadonlyMap<string, string>

/** The heading of an entry, as far as its input is complete. */
export const headingOf = (data: Data): string => {
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' ? value : (value as { en?: string } | null)?.en
  return text(data.fullName) ?? text(data.name) ?? text(data.title) ?? text(data.words) ?? text(data.summary) ?? ''
}

/** An entry's fields for display; only changed ones if it is published. */
export const previewEntry = (
  { type, data, before, names }: { type: RecordTypeName; data: Data; before: Data | null; names: Names },
  lang: Lang,
): PreviewEntry => {
  const fields = Object.entries(data).flatMap(([property, value]): PreviewField[] => {
    if (before && JSON.stringify(sortKeys(before[property])) === JSON.stringify(sortKeys(value))) return []
    const meta = metaOf(type, property)
    const format = (one: unknown) => formatValue(one, meta, names, lang, property)
    const now = format(value)
    if (!before && !now) return []
    return [
      { label: meta ? fieldLabel(meta, lang) : property, value: now, ...(before && { was: format(before[property]) }) },
    ]
  })
  return { type, title: headingOf(data), isNew: before === null, fields }
}

/** Metadata of an input's field; "placeIds" uses that of "places". */
const metaOf = (type: RecordTypeName, property: string): FieldMeta | undefined => {
  const shape = RECORD_TYPES[type].record.shape as unknown as Readonly<Record<string, z.ZodType>>
  const bare = property.replace(/Ids?$/, '')
  const schema = [property, bare, `${bare}s`, bare.replace(/y$/, 'ies')].map((name) => shape[name]).find(Boolean)
  return schema && fieldMeta(schema)
}

const formatValue = (
  value: unknown,
  meta: FieldMeta | undefined,
  names: Names,
  lang: Lang,
  property: string,
): string => {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) {
    const texts = value.map((one) => formatValue(one, meta, names, lang, property)).filter(Boolean)
    return texts.length > 4 ? `${texts.slice(0, 3).join('; ')}; … (${texts.length})` : texts.join('; ')
  }
  if (typeof value !== 'object') {
    const text = String(value)
    return (typeOfLink(property) && names.get(text)) || meta?.vocabulary?.[text]?.[lang] || text
  }
  const one = value as Data
  if (typeof one.edtf === 'string') return one.edtf
  if (typeof one.en === 'string') return typeof one[lang] === 'string' ? (one[lang] as string) : one.en
  const parts = Object.entries(one)
    .filter(([name]) => PARTS.has(name))
    .map(([name, part]) => formatValue(part, undefined, names, lang, name))
  return parts.filter(Boolean).join(', ')
}

/** Properties that identify a nested item such as a role, a policy event or a citation. */
const PARTS = new Set([
  'title',
  'status',
  'date',
  'from',
  'to',
  'exact',
  'sourceId',
  'officialId',
  'organizationId',
  'topic',
  'position',
  'text',
  'passages',
  'sha256',
])
