import type { z } from 'zod'
import type { Lang } from '@/lib/platform/i18n/locale'
import { type Field, type Kind, type Plan, planOf, shapeOf } from '@/lib/platform/forms/plan'
import { FederalAction, FederalActionInput } from '@/lib/records/federal-actions/schema'
import { Jurisdiction, JurisdictionInput } from '@/lib/records/jurisdictions/schema'
import { Label, LabelInput } from '@/lib/records/labels/schema'
import { typeOfLink } from '@/lib/records/record-links'
import { Official, OfficialInput } from '@/lib/records/officials/schema'
import { Organization, OrganizationInput } from '@/lib/records/organizations/schema'
import { Policy, PolicyInput } from '@/lib/records/policies/schema'
import type { RecordTypeName } from '@/lib/records/paths'
import { Source, SourceInput } from '@/lib/records/sources/schema'
import { Stance, StanceInput } from '@/lib/records/stances/schema'
import { Statement, StatementInput } from '@/lib/records/statements/schema'
import type { FOUND } from '@/lib/vocabularies/fidelity'
import { AXIS, TOPIC, type TopicSlug } from '@/lib/vocabularies/topics'
import { FORM_LAYOUT, FIRST, ROW } from './form-layout'

/** What editors write in each record type, and what readers get of it. */
export const SCHEMAS: Record<RecordTypeName, { input: z.ZodType; record: z.ZodType }> = {
  jurisdictions: { input: JurisdictionInput, record: Jurisdiction },
  organizations: { input: OrganizationInput, record: Organization },
  sources: { input: SourceInput, record: Source },
  officials: { input: OfficialInput, record: Official },
  'federal-actions': { input: FederalActionInput, record: FederalAction },
  policies: { input: PolicyInput, record: Policy },
  statements: { input: StatementInput, record: Statement },
  stances: { input: StanceInput, record: Stance },
  labels: { input: LabelInput, record: Label },
}

export const isRecordTypeName = (name: string): name is RecordTypeName => Object.hasOwn(SCHEMAS, name)

export type FormSection = { id: string; title: string; about?: string; fields: Plan }
export type FormPlan = { sections: FormSection[]; fields: Plan }

const plans = new Map<string, FormPlan>()

/** The form of a record type, in one language: made once. */
export const formPlan = (recordType: RecordTypeName, lang: Lang): FormPlan => {
  const key = `${recordType}/${lang}`
  if (!plans.has(key)) plans.set(key, make(recordType, lang))
  return plans.get(key)!
}

const make = (recordType: RecordTypeName, lang: Lang): FormPlan => {
  const { input, record } = SCHEMAS[recordType]
  const groupOf = (vocabulary: object, code: string) =>
    vocabulary === TOPIC ? AXIS[TOPIC[code as TopicSlug].axis][lang] : undefined
  const fields = planOf(input, { lang, record, recognise, groupOf }).map((field) => refined(field, lang))
  const named = (name: string) => fields.find((field) => field.name === name)!
  return {
    fields,
    sections: FORM_LAYOUT[recordType].map(({ title, about, fields: names }, at) => ({
      id: `section-${at + 1}`,
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

/** What the type doesn't say: the names of rows, and which groups are citations. */
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
