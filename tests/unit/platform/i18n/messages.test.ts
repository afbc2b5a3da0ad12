import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'

type Tree = { [key: string]: string | Tree }

const flat = (tree: Tree, path = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )

/** Placeholders of a message: "{count", "<link>". */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map(([, value, tag]) => value ?? `<${tag}>`))].toSorted()

const folder = join(ROOT, 'messages')
const messages = (file: string) => flat(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Tree)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\ben\.json$/.test(file))

test('there are messages', () => expect(files.length).toBeGreaterThan(1))

describe.each(files)('%s', (file) => {
  const english = messages(file)
  const spanish = new Map(messages(file.replace(/en\.json$/, 'es.json')))

  test('both languages have the same messages', () => {
    expect([...spanish.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted())
  })
  test('a message takes the same values in both languages', () => {
    for (const [key, text] of english) expect(placeholders(spanish.get(key) ?? ''), key).toEqual(placeholders(text))
  })
  test('no message is empty', () => {
    for (const [key, text] of [...english, ...spanish]) expect(text.trim(), key).not.toBe('')
  })
})
