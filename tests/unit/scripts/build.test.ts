import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sourceHash } from '@/scripts/build/build'

let folder: string
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const hash = () => sourceHash(folder, ['app', 'lib', 'next.config.ts'])

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'))
  write('app/page.tsx', 'a')
  write('next.config.ts', 'b')
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each([
  ['a file changes', 'app/page.tsx', 'changed'],
  ['a file is new', 'lib/deep/down/new.ts', ''],
  ['the configuration changes', 'next.config.ts', 'changed'],
])('a build is stale when %s', (_what, path, text) => {
  const before = hash()
  write(path, text)
  expect(hash()).not.toBe(before)
})

test('a build is not stale if only the generated client or an unrelated file is newer', () => {
  const before = hash()
  write('lib/platform/database/generated/client.ts', 'x')
  write('README.md', 'x')
  write('app/page.tsx', 'a')
  expect(hash()).toBe(before)
})
