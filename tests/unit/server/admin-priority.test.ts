import { expect, test, vi } from 'vitest'
import { createPriorityScheduler } from '@/server/stages/admin-priority'

const turnOver = () => new Promise((resolve) => setImmediate(resolve))

test('readers do not wait while no admin request waits', () => {
  expect(createPriorityScheduler().waitForTurn()).toBeUndefined()
})

test('while an admin request waits, a few readers start per turn, in order, and then all', async () => {
  const scheduler = createPriorityScheduler()
  const leave = scheduler.enterAdmin()
  const begun: number[] = []
  for (let reader = 0; reader < 9; reader++) void scheduler.waitForTurn()!.then(() => begun.push(reader))
  expect(scheduler.hasAdminRequests).toBe(true)
  await turnOver()
  await turnOver()
  expect(begun.length).toBeGreaterThan(0)
  expect(begun.length).toBeLessThan(9)
  leave()
  leave()
  expect(scheduler.hasAdminRequests).toBe(false)
  // Later requests stay behind earlier ones.
  void scheduler.waitForTurn()!.then(() => begun.push(9))
  await turnOver()
  await turnOver()
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(scheduler.waitForTurn()).toBeUndefined()
})

test('a slow admin request takes turns with readers', () => {
  vi.useFakeTimers()
  const onIdle = vi.fn()
  const scheduler = createPriorityScheduler({ onIdle })
  const leave = scheduler.enterAdmin()
  expect(scheduler.hasAdminRequests).toBe(true)
  vi.advanceTimersByTime(1_000)
  expect(scheduler.hasAdminRequests).toBe(false)
  leave()
  expect(onIdle).toHaveBeenCalledOnce()
  vi.useRealTimers()
})

test('the priority lasts until the last admin request ends', () => {
  const scheduler = createPriorityScheduler()
  const [first, second] = [scheduler.enterAdmin(), scheduler.enterAdmin()]
  first()
  first()
  expect(scheduler.hasAdminRequests).toBe(true)
  second()
  expect(scheduler.hasAdminRequests).toBe(false)
})
