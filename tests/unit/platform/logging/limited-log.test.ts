import { expect, test } from 'vitest'
import { limitLines } from '@/lib/platform/logging/limited-log'

test('of any number of events in a minute so many are logged, and then how many were left out', () => {
  const lines: object[] = []
  let now = 0
  const log = limitLines((fields) => lines.push(fields), { most: 3, windowMs: 60_000, now: () => now })
  for (let at = 0; at < 1_000; at++) log({ at })
  expect(lines).toEqual([{ at: 0 }, { at: 1 }, { at: 2 }])
  now = 60_000
  for (let at = 0; at < 2; at++) log({ at })
  expect(lines.slice(3)).toEqual([{ at: 0, leftOut: 997 }, { at: 1 }])
})
