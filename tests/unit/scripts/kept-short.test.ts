import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteServing } from '@/scripts/build/build'
import { removeLeftovers } from '@/scripts/cli/leftovers'
import { DATA } from '@/scripts/paths'
import { rotateLog } from '@/scripts/postgres/log-file'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kept-short-'))))
afterEach(() => rmSync(folder, { recursive: true }))

/** The process ID of no process: above the highest that systems give. */
const DEAD = 999_999_999

test('however much is written, a log and the one before it stay short, and the newest lines are in them', () =>
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 300 }), { maxLength: 30 }), (lengths) => {
      const log = join(folder, 'log')
      for (const name of [log, `${log}.1`]) rmSync(name, { force: true })
      writeFileSync(log, '')
      let written = ''
      for (const [index, length] of lengths.entries()) {
        const line = `${index} ${'x'.repeat(length)}\n`
        appendFileSync(log, line)
        written += line
        rotateLog(log, 200)
        expect(readFileSync(log).length).toBeLessThanOrEqual(200)
        const before = existsSync(`${log}.1`) ? readFileSync(`${log}.1`, 'utf8') : ''
        expect(before.length).toBeLessThanOrEqual(200)
        expect(written.endsWith(before + readFileSync(log, 'utf8'))).toBe(true)
      }
    }),
  ))

test('a log that does not exist is no error', () => expect(() => rotateLog(join(folder, 'none'))).not.toThrow())

test('unfinished files of killed processes are removed, and those of running processes and others stay', () => {
  const names = [
    `a.backup.${DEAD}.part`,
    `b.backup.${process.pid}.part`,
    'c.backup',
    `d.${DEAD}.part`,
    'e.backup.x.part',
  ]
  for (const name of names) writeFileSync(join(folder, name), 'x')
  mkdirSync(join(folder, `postgres-18.4.0-beta.17.${DEAD}`))
  removeLeftovers(folder, /\.backup\.(\d+)\.part$/)
  expect(readdirSync(folder).toSorted()).toEqual([...names.slice(1), `postgres-18.4.0-beta.17.${DEAD}`].toSorted())
  removeLeftovers(folder, /^postgres-[\w.-]+\.(\d+)$/)
  expect(readdirSync(folder).toSorted()).toEqual(names.slice(1).toSorted())
  expect(() => removeLeftovers(join(folder, 'none'), /(\d)/)).not.toThrow()
})

test('a server that starts removes the notes of killed servers, and its own when it ends', () => {
  const serving = join(DATA, 'serving')
  mkdirSync(serving, { recursive: true })
  writeFileSync(join(serving, String(DEAD)), JSON.stringify({ life: `${DEAD} 1`, tests: true }))
  const release = noteServing(true)
  expect(readdirSync(serving)).not.toContain(String(DEAD))
  expect(readdirSync(serving)).toContain(String(process.pid))
  release()
  expect(readdirSync(serving)).not.toContain(String(process.pid))
})
