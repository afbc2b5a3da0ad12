import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { localizeMessage, localizeReason } from '@/components/admin/admin-messages'
import { issuesOf } from '@/lib/platform/commands/command'
import { RECORD_TYPES } from '@/lib/records/registry'
import { ROOT } from '@/scripts/paths'

const folder = join(ROOT, 'lib', 'records')
const definitions = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|[\\/])(schema|inexact-date|citation|reference)\.ts$/.test(file))
  .map((file) => readFileSync(join(folder, file), 'utf8'))

test('every validation message of a schema is the key of a message', () => {
  const keys = definitions.flatMap((code) => [...code.matchAll(/'(validation\.\w+)'/g)].map(([, key]) => key!))
  expect(keys.length).toBeGreaterThan(15)
  expect(keys.filter((key) => localizeMessage('en', key) === key)).toEqual([])
  const sentences = definitions.flatMap((code) => [
    ...code.matchAll(/(?:,\s*|message: |error: )'([A-Z][^']*\.)'\s*[,)}]/g),
  ])
  expect(sentences).toEqual([])
})

test('validation messages are readable in both languages', () => {
  for (const { name, input } of Object.values(RECORD_TYPES))
    for (const data of [
      {},
      { title: 5, topics: 'x', speakers: [], date: { edtf: 'soon' }, url: 'x', codedOn: 'x', unknown: 'x' },
    ]) {
      const { error } = (input as z.ZodType).safeParse(data)
      for (const message of Object.values(issuesOf(error!)).flat()) {
        const [en, es] = [localizeMessage('en', message), localizeMessage('es', message)]
        for (const text of [en, es])
          expect(text, name).not.toMatch(/expected|received|Invalid|Unrecognized|undefined|validation/)
        expect(es, name).not.toBe(en)
      }
    }
})

test('a message has its values, and any other text stays as it is', () => {
  expect(localizeMessage('es', 'validation.maxCharacters?count=200')).toBe('Como máximo 200 caracteres.')
  expect(localizeMessage('es', 'Something else entirely.')).toBe('Something else entirely.')
})

test('a stored reason has a message per line, after the name of its field', () => {
  const reason = 'publishing.invalid\nstatements/0123456789: summary.en: validation.required\nFull text.'
  expect(localizeReason('en', reason).split('\n').slice(1)).toEqual([
    'statements/0123456789: summary.en: Fill this in.',
    'Full text.',
  ])
})
