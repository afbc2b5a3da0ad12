import { expect, test, vi } from 'vitest'
import { adminFirst } from '@/server/stages/admin-priority'

const turnOver = () => new Promise((resolve) => setImmediate(resolve))

test('readers wait for nobody while nobody waits in the admin area', () => {
  expect(adminFirst().turn()).toBeUndefined()
})

test('while somebody in the admin area waits, readers begin a few in each turn, in order; then all of them', async () => {
  const one = adminFirst()
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

test('what takes the admin area long takes its turn with readers', () => {
  vi.useFakeTimers()
  const onFree = vi.fn()
  const one = adminFirst({ onFree })
  const leave = one.enter()
  expect(one.waited).toBe(true)
  vi.advanceTimersByTime(1_000)
  expect(one.waited).toBe(false)
  leave()
  expect(onFree).toHaveBeenCalledOnce()
  vi.useRealTimers()
})

test('the admin area waits until the last of several has left', () => {
  const one = adminFirst()
  const [first, second] = [one.enter(), one.enter()]
  first()
  first()
  expect(one.waited).toBe(true)
  second()
  expect(one.waited).toBe(false)
})
