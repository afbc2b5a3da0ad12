import { expect, test, vi } from 'vitest'
import { deskFirst } from '@/server/stages/admin-priority'

const turnOver = () => new Promise((resolve) => setImmediate(resolve))

test('readers wait for nobody while nobody waits at the desk', () => {
  expect(deskFirst().turn()).toBeUndefined()
})

test('while somebody at the desk waits, readers begin a few in each turn, in order; then all of them', async () => {
  const one = deskFirst()
  const leave = one.enter()
  const begun: number[] = []
  for (let reader = 0; reader < 9; reader++) void one.turn()!.then(() => begun.push(reader))
  expect(one.waited).toBe(true)
  await turnOver()
  await turnOver()
  expect(begun.length).toBeGreaterThan(0)
  expect(begun.length).toBeLessThan(9)
  leave()
  leave()
  expect(one.waited).toBe(false)
  // Those who came meanwhile stay behind those who were there before.
  void one.turn()!.then(() => begun.push(9))
  await turnOver()
  await turnOver()
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(one.turn()).toBeUndefined()
})

test('what takes the desk long takes its turn with readers', () => {
  vi.useFakeTimers()
  const onFree = vi.fn()
  const one = deskFirst({ onFree })
  const leave = one.enter()
  expect(one.waited).toBe(true)
  vi.advanceTimersByTime(1_000)
  expect(one.waited).toBe(false)
  leave()
  expect(onFree).toHaveBeenCalledOnce()
  vi.useRealTimers()
})

test('the desk waits until the last of several has left', () => {
  const one = deskFirst()
  const [first, second] = [one.enter(), one.enter()]
  first()
  first()
  expect(one.waited).toBe(true)
  second()
  expect(one.waited).toBe(false)
})
