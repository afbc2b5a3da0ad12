import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { lifeOf, withLock } from '@/scripts/cli/process-lock.mjs'

const path = () => join(mkdtempSync(join(tmpdir(), 'lock-')), 'lock')

test('one process runs while the others wait', async () => {
  const lock = path()
  let inside = 0
  const work = async () => {
    inside += 1
    await sleep(20)
    expect(inside).toBe(1)
    inside -= 1
  }
  await Promise.all([withLock(lock, work), withLock(lock, work), withLock(lock, work)])
  expect(existsSync(lock)).toBe(false)
})

test('a lock left by a killed process is taken over', async () => {
  const lock = path()
  writeFileSync(lock, '999999999 1')
  const waiting = vi.fn()
  expect(await withLock(lock, () => 'done', waiting)).toBe('done')
})

test('a lock is freed when the work fails', async () => {
  const lock = path()
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(lock)).toBe(false)
})

test('a live process is distinguished from a dead one', () => {
  expect(lifeOf(process.pid)).toContain(String(process.pid))
  expect(lifeOf(999_999_999)).toBeNull()
})
