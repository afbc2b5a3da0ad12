import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'
import { runtimeImportsOf } from '../../imports-of'

/** What parses untrusted input of any length. Only a worker process may load it. */
const PARSERS = [
  ...['linkedom', '@mozilla/readability', 'csv-parse/sync', 'yauzl'],
  ...['lib/platform/files/read-file', 'lib/platform/files/csv-read', 'lib/platform/files/xlsx-read'],
  ...['lib/platform/files/xml-read', 'lib/platform/files/zip-read', 'lib/platform/fetch/article'],
  ...['lib/platform/fetch/paragraphs', 'lib/platform/fetch/page-metadata', 'lib/platform/fetch/charset'],
  ...['lib/features/intake/candidates', 'lib/features/intake/passages', 'lib/features/intake/speech'],
]

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(tsx?|mjs)$/.test(one.name))
    .map((one) => posix.join(one.parentPath.slice(ROOT.length + 1).replaceAll('\\', '/'), one.name))

const fileOf = (path: string): string | undefined =>
  ['', '.ts', '.tsx', '.mjs', '/index.ts']
    .map((end) => path + end)
    .find((one) => /\.\w+$/.test(one) && existsSync(join(ROOT, one)))

/** Everything that a process loads which starts with these files, with the file that imports it first. */
function loadedFrom(files: readonly string[]): Map<string, string> {
  const loaded = new Map(files.map((one) => [one, '']))
  // A Map also yields what is added while it is iterated.
  for (const file of loaded.keys()) {
    if (!/\.\w+$/.test(file) || !existsSync(join(ROOT, file))) continue
    for (const target of runtimeImportsOf(file, readFileSync(join(ROOT, file), 'utf8'))) {
      const found = fileOf(target) ?? target
      if (!loaded.has(found)) loaded.set(found, file)
    }
  }
  return loaded
}

const isParser = (loaded: string) => PARSERS.includes(loaded.replace(/\.ts$/, ''))

const SERVING = [
  ...filesIn('app'),
  ...filesIn('server'),
  ...['instrumentation.ts', 'scripts/cli/start.ts', 'scripts/cli/dev.ts', 'lib/features/jobs.ts'],
]

test('the serving process loads no parser of untrusted input', () => {
  const loaded = loadedFrom(SERVING)
  expect(loaded.size).toBeGreaterThan(500)
  expect([...loaded].filter(([one]) => isParser(one)).map(([one, by]) => `${by} loads ${one}`)).toEqual([])
})

test('each task runs in a worker process, which loads its parser', () => {
  const tasks = filesIn('lib').filter((one) => one.endsWith('-task.ts'))
  const named = filesIn('lib').flatMap((one) =>
    [...readFileSync(join(ROOT, one), 'utf8').matchAll(/^ {2}module: '([^']+)'/gm)].map(([, module]) => `${module}.ts`),
  )
  expect(named.toSorted()).toEqual(tasks.toSorted())
  const parsers = [...loadedFrom(tasks).keys()].filter(isParser).map((one) => one.replace(/\.ts$/, ''))
  expect(parsers.toSorted()).toEqual(PARSERS.toSorted())
})
