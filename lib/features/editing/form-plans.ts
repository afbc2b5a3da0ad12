import type { z } from 'zod'
import type { Lang } from '@/lib/platform/i18n/locale'
import { type Field, type Kind, type Plan, planOf, shapeOf } from '@/lib/platform/forms/plan'
import { typeOfLink } from '@/lib/records/record-links'
import { RECORD_TYPES } from '@/lib/records/registry'
import type { AnyRegistry } from '@/lib/records/create-registry'
import type { AnyDefinition } from '@/lib/records/define-record-type'
import type { FOUND } from '@/lib/vocabularies/fidelity'
import { AXIS, TOPIC, type TopicSlug } from '@/lib/vocabularies/topics'
import { FIRST, ROW } from './form-rows'

export type FormSection = { id: string; title: string; about?: string; fields: Plan }
export type FormPlan = { sections: FormSection[]; fields: Plan }

const plans = new Map<string, FormPlan>()

/** The form of a record type in one language. Plans of registered types are cached. */
export const formPlan = (type: string, lang: Lang, registry: AnyRegistry = RECORD_TYPES): FormPlan => {
  if (registry !== RECORD_TYPES) return makePlan(registry[type]!, lang)
  const key = `${type}/${lang}`
  if (!plans.has(key)) plans.set(key, makePlan(registry[type]!, lang))
  return plans.get(key)!
}

const makePlan = ({ input, record, form }: AnyDefinition, lang: Lang): FormPlan => {
  const groupOf = (vocabulary: object, code: string) =>
    vocabulary === TOPIC ? AXIS[TOPIC[code as TopicSlug].axis][lang] : undefined
  const fields = planOf(input, { lang, record, recognise, groupOf }).map((field) => refined(field, lang))
  const named = (name: string) => fields.find((field) => field.name === name)!
  return {
    fields,
    sections: form.map(({ title, about, fields: names }, index) => ({
      id: `section-${index + 1}`,
      title: title[lang],
      ...(about && { about: about[lang] }),
      fields: names.map(named),
    })),
  }
}

const recognise = (property: string, bare: z.ZodType): Kind | undefined => {
  const { type } = bare.def as { type: string }
  const recordType = typeOfLink(property)
  if (recordType && type === 'string') return { kind: 'reference', type: recordType }
  if (Object.keys(shapeOf(bare)).join() === 'edtf,asWritten') return { kind: 'inexact-date' }
  if (property === 'preferred') return { kind: 'one-of-rows' }
  if (property === 'found') return { kind: 'carried', first: 'not_checked' satisfies keyof typeof FOUND }
  if (property === 'prefix' || property === 'suffix') return { kind: 'carried' }
  return undefined
}

/** Adds details that the schema lacks: the labels of rows, and which groups are citations. */
const refined = (field: Field, lang: Lang): Field => {
  if (field.kind === 'group') {
    const isCitation = field.fields.some(({ name }) => name === 'fidelity')
    const fields = field.fields.map((one) => refined(one, lang))
    return { ...field, fields, ...(isCitation && { special: 'citation', label: ROW.citations![lang] }) }
  }
  if (field.kind !== 'list') return field
  const label = ROW[field.name]?.[lang] ?? field.label
  const item = { ...refined(field.item, lang), label }
  return { ...field, item: item.kind === 'group' ? { ...item, fields: inOrder(item.fields, FIRST[field.name]) } : item }
}

const inOrder = (fields: Field[], first: readonly string[] = []): Field[] => {
  const place = ({ name }: Field) => (first.includes(name) ? first.indexOf(name) : first.length)
  return fields.toSorted((a, b) => place(a) - place(b))
}
