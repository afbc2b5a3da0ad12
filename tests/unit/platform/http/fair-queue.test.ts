import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFairQueue } from '@/lib/platform/http/fair-queue'
import { createConcurrencyLimiter } from '@/server/stages/admission-control'

type Step = { caller: string } | 'serve'

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Step>({ caller: 'many connections' }) },
    { weight: 2, arbitrary: fc.constantFrom<Step>({ caller: 'reader' }, { caller: 'another' }, { caller: 'a third' }) },
    { weight: 3, arbitrary: fc.constant<Step>('serve') },
  ),
  { maxLength: 120 },
)

test('each waiting caller is served after at most one request of each other caller', () => {
  fc.assert(
    fc.property(steps, (mix) => {
      const queue = createFairQueue<{ caller: string; number: number }>()
      // Since a caller waits, the callers that were served.
      const servedSince = new Map<string, string[]>()
      const lastNumber = new Map<string, number>()
      let number = 0
      const serve = () => {
        const item = queue.shift()
        if (!item) return
        const { caller } = item
        const served = servedSince.get(caller)!
        expect(new Set(served).size, `${caller} waited for ${served.join(', ')}`).toBe(served.length)
        expect(served).not.toContain(caller)
        expect(item.number).toBeGreaterThan(lastNumber.get(caller) ?? -1)
        lastNumber.set(caller, item.number)
        for (const [other, list] of servedSince) if (other !== caller) list.push(caller)
        if (queue.waitingOf(caller)) servedSince.set(caller, [])
        else servedSince.delete(caller)
      }
      for (const step of mix) {
        if (step === 'serve') serve()
        else {
          if (!queue.waitingOf(step.caller)) servedSince.set(step.caller, [])
          queue.push(step.caller, { caller: step.caller, number: number++ })
        }
      }
      while (queue.size) serve()
      expect(servedSince.size).toBe(0)
    }),
  )
})

// Counts the order of service, not time.
test('a reader is served in turn, and never rejected, while one caller keeps any number of connections', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        concurrency: fc.integer({ min: 1, max: 4 }),
        maxQueued: fc.integer({ min: 4, max: 30 }),
        connections: fc.integer({ min: 1, max: 60 }),
        pages: fc.integer({ min: 1, max: 8 }),
        finishes: fc.array(fc.nat(9), { minLength: 200, maxLength: 200 }),
      }),
      async ({ concurrency, maxQueued, connections, pages, finishes }) => {
        const limiter = createConcurrencyLimiter({ concurrency: () => concurrency, maxQueued, queueTimeoutMs: 5_000 })
        const running: { caller: string; release: () => void }[] = []
        let startedByOther = 0
        const ask = async (caller: string): Promise<boolean> => {
          const release = await limiter.acquire(caller)
          if (!release) return false
          if (caller === 'many connections') startedByOther += 1
          running.push({ caller, release })
          return true
        }
        const settled = () => new Promise((resolve) => setImmediate(resolve))
        /** Ends one running request; its connection asks again at once. */
        const finishOne = async (which: number) => {
          const [ended] = running.splice(which % running.length, 1)
          ended!.release()
          if (ended!.caller === 'many connections') void ask('many connections')
          await settled()
        }
        for (let at = 0; at < connections; at++) void ask('many connections')
        await settled()
        for (let page = 0; page < pages; page++) {
          const before = startedByOther
          let outcome: boolean | undefined
          void ask('reader').then((isServed) => (outcome = isServed))
          await settled()
          // With one slot the other caller may have the turn before; with more, the reader has fewer running.
          for (let ended = 0; outcome === undefined && ended < (concurrency === 1 ? 2 : 1); ended++)
            await finishOne(finishes[page + ended]!)
          expect(outcome).toBe(true)
          expect(startedByOther - before).toBeLessThanOrEqual(concurrency === 1 ? 1 : 0)
          const own = running.findIndex(({ caller }) => caller === 'reader')
          running.splice(own, 1)[0]!.release()
          await settled()
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('where all waiting places are taken, a caller with fewer takes one from the caller with the most', async () => {
  const limiter = createConcurrencyLimiter({ concurrency: () => 1, maxQueued: 6 })
  const release = limiter.acquire('first') as () => void
  const outcomes: string[] = []
  const ask = (name: string, caller: string) =>
    void Promise.resolve(limiter.acquire(caller)).then((slot) =>
      outcomes.push(`${name} ${slot ? 'served' : 'rejected'}`),
    )
  for (const number of [1, 2, 3]) for (const caller of ['a', 'b']) ask(`${caller}${number}`, caller)
  ask('reader', 'reader')
  await new Promise((resolve) => setImmediate(resolve))
  expect(outcomes).toEqual(['a3 rejected'])
  // Equal shares stay as they are.
  ask('c1', 'c')
  ask('c2', 'c')
  await new Promise((resolve) => setImmediate(resolve))
  expect(outcomes).toEqual(['a3 rejected', 'b3 rejected', 'c2 rejected'])
  release()
})
