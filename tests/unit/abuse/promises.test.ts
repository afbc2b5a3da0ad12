import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'

const words = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8')
const promised = words.slice(words.indexOf('## What is promised'), words.indexOf('## What is not promised'))

/** "- `tests/unit/x.test.ts`: the name of a test" */
const named = [...promised.matchAll(/^ +- `(tests\/[^`]+)`(?:: (.+(?:\n {4}.+)*))?$/gm)].map(([, file, name]) => ({
  file: file!,
  name: name?.replace(/\s+/g, ' '),
}))

test('every test that a promise lists exists under its name', () => {
  const missing = named.filter(({ file, name }) => {
    if (!existsSync(join(ROOT, file))) return true
    return name !== undefined && !readFileSync(join(ROOT, file), 'utf8').includes(name)
  })
  expect(missing).toEqual([])
  expect(named.length).toBeGreaterThan(30)
})

test('every promise lists a test', () => {
  const promises = promised.split(/^- /m).slice(1)
  expect(promises.length).toBeGreaterThan(15)
  expect(promises.filter((one) => !/^ +- `tests\//m.test(one)).map((one) => one.slice(0, 60))).toEqual([])
})
