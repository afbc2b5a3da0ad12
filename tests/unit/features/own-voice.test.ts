import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'
import { loadedWords } from '@/tests/fixtures/loaded-words'

const MESSAGES = join(ROOT, 'messages')
const VOCABULARIES = join(ROOT, 'lib/vocabularies')

/** All texts below a value, each with the path to it. */
const textsIn = (value: unknown, path: string): [path: string, text: string][] => {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, `${path}.${key}`))
}

test('a loaded word is found, and not inside quotation marks', () => {
  expect(loadedWords({ en: 'Said that “raids” are cruel.' })).toEqual(['cruel'])
  expect(loadedWords({ es: 'Habló de una «invasión» y de amenazas.' })).toEqual(['amenazas'])
})

test('no text of the interface takes a side, in either language', () => {
  const files = readdirSync(MESSAGES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
  const found = files.flatMap((file) => {
    const lang = /(?:^|[./\\])(en|es)\.json$/.exec(file)![1]!
    return textsIn(JSON.parse(readFileSync(join(MESSAGES, file), 'utf8')), file).flatMap(([path, text]) =>
      loadedWords({ [lang]: text }).map((word) => `${path}: ${word}`),
    )
  })
  expect(files.length).toBeGreaterThan(3)
  expect(found).toEqual([])
})

test('no label of a code takes a side, in either language', async () => {
  const found: string[] = []
  for (const file of readdirSync(VOCABULARIES).filter((name) => name.endsWith('.ts'))) {
    const texts = textsIn(await import(join(VOCABULARIES, file)), file)
    for (const [path, text] of texts) {
      const lang = /\.(en|es)(?:\.|$)|\.about\.(en|es)$/.exec(path)
      if (lang) found.push(...loadedWords({ [lang[1] ?? lang[2]!]: text }).map((word) => `${path}: ${word}`))
    }
  }
  expect(found).toEqual([])
})
