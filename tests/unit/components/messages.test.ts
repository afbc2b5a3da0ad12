import { expect, test } from 'vitest'
import en from '@/messages/en.json'
import es from '@/messages/es.json'

type Tree = { [key: string]: string | Tree }

const flat = (tree: Tree, path = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )

/** The names that a message needs from the page: "{count", "<link>". */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map(([, value, tag]) => value ?? `<${tag}>`))].toSorted()

const english = flat(en)
const spanish = new Map(flat(es))

test('both languages have the same messages', () => {
  expect([...spanish.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted())
})

test('a message takes the same values in both languages', () => {
  for (const [key, text] of english) expect(placeholders(spanish.get(key) ?? ''), key).toEqual(placeholders(text))
})

test('no message is empty', () => {
  for (const [key, text] of [...english, ...spanish]) expect(text.trim(), key).not.toBe('')
})
