import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { translateToSpanish, localizeMessage } from '@/components/admin/admin-messages'
import { issuesOf } from '@/lib/platform/commands/command'
import { RECORD_TYPES } from '@/lib/records/registry'
import { ROOT } from '@/scripts/paths'

const folder = join(ROOT, 'lib', 'records')
const definitions = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|[\\/])(schema|inexact-date|citation|reference)\.ts$/.test(file))
  .map((file) => readFileSync(join(folder, file), 'utf8'))

/** Validation messages in the schemas: the last argument of a rule. */
const sentences = definitions.flatMap((code) =>
  [...code.matchAll(/(?:,\s*|message: |error: )'([A-Z][^']*\.)'\s*[,)}]/g)].map(([, sentence]) => sentence!),
)

test('every validation message has a Spanish translation', () => {
  expect(sentences.length).toBeGreaterThan(15)
  expect(sentences.filter((sentence) => translateToSpanish(sentence) === sentence)).toEqual([])
})

test('validation messages are readable in both languages', () => {
  for (const { name, input } of Object.values(RECORD_TYPES))
    for (const data of [
      {},
      { title: 5, topics: 'x', speakers: [], date: { edtf: 'soon' }, url: 'x', checkedOn: 'x' },
    ]) {
      const { error } = (input as z.ZodType).safeParse(data)
      for (const message of Object.values(issuesOf(error!)).flat()) {
        expect(message, name).not.toMatch(/expected|received|Invalid|Unrecognized|undefined/)
        if (!message.startsWith('There is no such field'))
          expect(localizeMessage('es', message), name).not.toBe(message)
      }
    }
})

test('a translated message keeps its numbers', () => {
  expect(translateToSpanish('At most 200 characters.')).toBe('Como máximo 200 caracteres.')
  expect(translateToSpanish('Something else entirely.')).toBe('Something else entirely.')
})
