import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readContent } from '@/lib/features/seed/content-files'
import { formPlan } from '@/lib/features/editing/form-plans'
import { RECORD_TYPES, RECORD_TYPE_NAMES } from '@/lib/records/registry'
import type { Field, Plan } from '@/lib/platform/forms/plan'
import { readForm } from '@/lib/platform/forms/read-form'
import { formOf } from '@/lib/platform/forms/write-form'
import { ROOT } from '@/scripts/paths'

const roundTrip = (plan: Plan, data: unknown) =>
  readForm(
    plan,
    formOf(plan, data, (id) => `The record ${id}`),
  )

/** JSON round trip, which drops undefined properties. */
const kept = (data: unknown) => JSON.parse(JSON.stringify(data)) as unknown

const words = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '' && !text.includes('\r'))
const line = words.map((text) => text.replace(/\s+/g, ' ').trim())
const id = fc.stringMatching(/^[0-9a-z]{10}$/)

/** Arbitrary value of a field in the shape of its form. */
const valueOf = (field: Field, row?: number, chosen?: number): fc.Arbitrary<unknown> => {
  const either = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
    field.required ? some : fc.option(some, { nil: field.blank === 'null' ? null : undefined })
  switch (field.kind) {
    case 'text':
    case 'day':
      return either(words)
    case 'carried':
      return field.first === undefined ? either(words) : words
    case 'lines':
      return fc.array(line, { maxLength: 3 })
    case 'number':
      return either(fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0))
    case 'yes-no':
      return fc.boolean()
    case 'one-of-rows':
      return fc.constant(row === chosen)
    case 'choice':
      return either(fc.constantFrom(...field.options.map(({ code }) => code), 'an-older-code'))
    case 'choices':
      return fc.uniqueArray(fc.constantFrom(...field.options.map(({ code }) => code)), { maxLength: 4 })
    case 'bilingual':
      return either(fc.record({ en: words, es: words }, { requiredKeys: ['en'] }))
    case 'inexact-date':
      return either(fc.record({ edtf: line, asWritten: words }, { requiredKeys: ['edtf'] }))
    case 'reference':
      return either(
        fc.oneof(
          id,
          line.filter((text) => !text.startsWith('?')).map((text) => `?${text}`),
        ),
      )
    case 'group':
      return groupOf(field.fields, row, chosen)
    case 'list':
      return fc
        .tuple(fc.nat(3), fc.nat(3))
        .chain(([rows, one]) =>
          fc.tuple(...Array.from({ length: rows }, (_, at) => valueOf({ ...field.item, required: true }, at, one))),
        )
  }
}

const groupOf = (plan: Plan, row?: number, chosen?: number): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(plan.map((field) => [field.name, valueOf(field, row, chosen)])))

describe('a form', () => {
  test.each(RECORD_TYPE_NAMES)('of %s has a field for every property, once, with a label in both languages', (type) => {
    const properties = Object.keys(RECORD_TYPES[type].input.shape)
    expect(RECORD_TYPES[type].form.flatMap(({ fields }) => fields).toSorted()).toEqual(properties.toSorted())
    const unnamed = (plan: Plan): string[] =>
      plan.flatMap((field) => [
        ...(field.label === field.name ? [field.name] : []),
        ...(field.kind === 'group' ? unnamed(field.fields) : field.kind === 'list' ? unnamed([field.item]) : []),
        ...(field.kind === 'choice'
          ? field.options.filter((one) => one.label === one.code).map((one) => one.code)
          : []),
      ])
    expect(unnamed(formPlan(type, 'en').fields)).toEqual([])
    expect(unnamed(formPlan(type, 'es').fields)).toEqual([])
  })

  test.each(RECORD_TYPE_NAMES)('of %s round-trips any value, valid or not', (type) => {
    const plan = formPlan(type, 'en').fields
    fc.assert(
      fc.property(groupOf(plan), (data) => {
        expect(roundTrip(plan, data)).toEqual(kept(data))
      }),
      { numRuns: 60 },
    )
  })

  test('round-trips every entry of the content', async () => {
    const files = await readContent(join(ROOT, 'prisma/content'))
    expect(files.length).toBeGreaterThan(100)
    for (const { type, key, data } of files) {
      const plan = formPlan(type, 'en').fields
      const once = roundTrip(plan, data)
      expect(roundTrip(plan, once), `${type}/${key}`).toEqual(kept(once))
      expect(once, `${type}/${key}`).toMatchObject(data as object)
    }
  })
})

test('a form with ten thousand repeated row markers parses each row once', () => {
  const form = new FormData()
  for (let time = 0; time < 10_000; time++) {
    form.append('roles~rows', '0')
    form.append('roles.0.citations~rows', '0')
  }
  const { roles } = readForm(formPlan('officials', 'en').fields, form) as { roles: { citations: unknown[] }[] }
  expect(roles.map(({ citations }) => citations.length)).toEqual([1])
})
