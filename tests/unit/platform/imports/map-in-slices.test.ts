import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { mapInSlices } from '@/lib/platform/imports/map-in-slices'

/** Takes processor time, like a row that is compared with what is published. */
const busy = (milliseconds: number) => {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

test.each(['at once', 'later'])(
  'rows that answer %s are made in order, and others get their turn in between',
  async (when) => {
    let [turns, isDone] = [0, false]
    const others = (async () => {
      for (; !isDone; turns++) await setImmediate()
    })()
    const made = await mapInSlices(
      Array.from({ length: 100 }, (_, at) => at),
      (one, at) => {
        busy(2)
        return when === 'later' ? Promise.resolve([one, at]) : [one, at]
      },
    )
    isDone = true
    await others
    expect(made).toEqual(Array.from({ length: 100 }, (_, at) => [at, at]))
    expect(turns).toBeGreaterThan(5)
  },
)
