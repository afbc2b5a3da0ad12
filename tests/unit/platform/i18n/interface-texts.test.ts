import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'

/** Definitions: their labels are data. All other texts of the interface are in `messages/`. */
const DEFINITIONS = /^lib\/(vocabularies|records)\/|^lib\/features\/api\/(operations|schemas)\.ts$/

const STRING = /(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)/.source
const PAIR = new RegExp(String.raw`\ben:\s*${STRING},\s*es:\s*${STRING}`, 'g')
const PAIR_FUNCTION = /\(en: string, es: string\)/g
const CHOICE = new RegExp(String.raw`=== '(?:en|es)'\s*\?\s*(${STRING})\s*:\s*(${STRING})`, 'g')

/** Whether a literal contains a word of at least three letters outside of interpolations. Language tags have none. */
const hasWord = (literal: string) => /\p{L}{3}/u.test(literal.replace(/\$\{[^}]*\}/g, ''))

/** Texts that are written in code in two languages. */
const textsInCode = (code: string): string[] => [
  ...[...code.matchAll(PAIR)].map(([text]) => text),
  ...[...code.matchAll(PAIR_FUNCTION)].map(([text]) => text),
  ...[...code.matchAll(CHOICE)].filter(([, en, es]) => hasWord(en!) || hasWord(es!)).map(([text]) => text),
]

const files = ['app', 'components', 'lib', 'server']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      posix.join(folder, path.replaceAll('\\', '/')),
    ),
  )
  .filter((path) => /\.tsx?$/.test(path) && !DEFINITIONS.test(path))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

test('texts of the interface are in messages, not in code', () => {
  expect(files.length).toBeGreaterThan(500)
  const found = files.flatMap((path) => textsInCode(read(path)).map((text) => `${path}: ${text}`))
  expect(found).toEqual([])
})

test.each([
  ["const TITLE = { en: 'Corrections', es: 'Correcciones' }"],
  ['error({\n  en: `No ${county}.`,\n  es: `Sin ${county}.`,\n})'],
  ['const words = (en: string, es: string) => ({ en, es })'],
  ["lang === 'en' ? 'Data' : 'Datos'"],
])('a text in code is detected: %s', (code) => expect(textsInCode(code)).toHaveLength(1))

test.each([["{ en: 'x', fr: 'y' }"], ["lang === 'en' ? 'en-GB' : 'es'"], ["lang === 'en' ? path : `/es${path}`"]])(
  'other code passes: %s',
  (code) => expect(textsInCode(code)).toEqual([]),
)

describe('messages of errors', () => {
  type Tree = { [key: string]: string | Tree }
  const admin = (key: string): unknown => {
    const [file, ...path] = key.split('.')
    const messages = JSON.parse(read(`messages/admin/${file}.en.json`)) as Tree
    return path.reduce<Tree | string | undefined>(
      (at, name) => (typeof at === 'object' ? at[name] : undefined),
      messages,
    )
  }
  const thrown = files.flatMap((path) =>
    [...read(path).matchAll(new RegExp(String.raw`new (?:Conflict|NotFound)\(\s*(${STRING})`, 'g'))].map(
      ([, code]) => ({
        path,
        code: code!.slice(1, -1),
      }),
    ),
  )
  test('errors have codes', () => expect(thrown.length).toBeGreaterThan(40))
  test.each(thrown)('$code of $path is the key of a message', ({ code }) => {
    expect(code).toMatch(/^[a-z]+\.[\w.]+$/)
    expect(admin(code)).toBeTypeOf('string')
  })
})
