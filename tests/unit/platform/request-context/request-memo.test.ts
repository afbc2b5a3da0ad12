import { expect, test, vi } from 'vitest'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { runWithResponse } from '@/lib/platform/request-context/request-context'

test('a request computes each key once, and another request computes it again', async () => {
  const work = vi.fn(async (id: string) => id)
  const once = memoizePerRequest(work)
  const page = () => runWithResponse({ statusCode: 200 }, () => Promise.all([once('a'), once('a'), once('b')]))
  expect(await page()).toEqual(['a', 'a', 'b'])
  expect(work).toHaveBeenCalledTimes(2)
  await page()
  expect(work).toHaveBeenCalledTimes(4)
})

test('outside of a request nothing is memoized', async () => {
  const once = memoizePerRequest(() => ({}))
  expect(once()).not.toBe(once())
})
