import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createConcurrencyLimiter } from '@/server/stages/admission-control'

test('N requests run, M are queued, and the rest are rejected at once', async () => {
  const limiter = createConcurrencyLimiter({ concurrency: () => 2, maxQueued: 2 })
  const entered = ['a', 'b', 'c', 'd', 'e'].map((caller) => limiter.acquire(caller))
  expect(entered.slice(0, 2).map((leave) => typeof leave)).toEqual(['function', 'function'])
  expect(entered[4]).toBeNull()
  ;(entered[0] as () => void)()
  expect(await entered[2]).toBeTypeOf('function')
})

test('a queued request runs when a slot is free', async () => {
  let concurrency = 0
  const limiter = createConcurrencyLimiter({ concurrency: () => concurrency, maxQueued: 4 })
  const waiting = limiter.acquire('a')
  expect(waiting).toBeInstanceOf(Promise)
  concurrency = 1
  limiter.drain()
  expect(await waiting).toBeTypeOf('function')
})

test('a queued request is rejected after the timeout', async () => {
  const limiter = createConcurrencyLimiter({ concurrency: () => 1, maxQueued: 2, queueTimeoutMs: 5 })
  limiter.acquire('a')
  expect(await limiter.acquire('b')).toBeNull()
  expect(limiter.acquire('b')).toBeInstanceOf(Promise)
})

test('one client gets at most half of the slots', () => {
  const limiter = createConcurrencyLimiter({ concurrency: () => 2, maxQueued: 2 })
  expect([limiter.acquire('a'), limiter.acquire('a')].every(Boolean)).toBe(true)
  expect(limiter.acquire('a')).toBeNull()
  expect(limiter.acquire('b')).toBeInstanceOf(Promise)
})

test('rejections are logged once with their count', () => {
  vi.useFakeTimers()
  const onFull = vi.fn()
  const limiter = createConcurrencyLimiter({ concurrency: () => 1, maxQueued: 0, onFull })
  for (const caller of ['a', 'b', 'c']) limiter.acquire(caller)
  vi.runAllTimers()
  vi.useRealTimers()
  expect(onFull).toHaveBeenCalledExactlyOnceWith(2)
})

// Enters and leaves in any order, with some slots released twice.
test('the limit is never exceeded, and a released slot can be reused', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.nat(9)), { maxLength: 60 }),
      async (steps) => {
        const limiter = createConcurrencyLimiter({ concurrency: () => 3, maxQueued: 4 })
        let inside = 0
        const here: (() => void)[] = []
        const come = (leave: (() => void) | null) => {
          if (!leave) return
          inside += 1
          here.push(() => {
            leave()
            leave()
            inside -= 1
          })
        }
        for (const step of steps) {
          if (typeof step === 'number') here.splice(step % (here.length || 1), 1)[0]?.()
          else void Promise.resolve(limiter.acquire(step)).then(come)
          await new Promise((resolve) => setImmediate(resolve))
          expect(inside).toBeLessThanOrEqual(3)
        }
        while (here.length) {
          here.shift()!()
          await new Promise((resolve) => setImmediate(resolve))
        }
        expect(['a', 'b', 'c'].map((caller) => typeof limiter.acquire(caller))).toEqual([
          'function',
          'function',
          'function',
        ])
      },
    ),
    { numRuns: 50 },
  ))
