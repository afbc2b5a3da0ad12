import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_LOOKED_UP, referenceChoices } from '@/lib/features/editing/reference-choices'
import type { RecordLabel } from '@/lib/features/editing/labels'

const reference = fc.record({
  path: fc.uuid(),
  type: fc.constantFrom('officials', 'jurisdictions'),
  words: fc.stringMatching(/^[a-c]{1,4}$/),
})

test('however many names a form has, a few are looked up, two at once, and the same name once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(reference, { maxLength: 1_000, size: 'max' }), async (unresolved) => {
      const asked: string[] = []
      let [now, most] = [0, 0]
      const choices = await referenceChoices(unresolved, async ({ type, words }) => {
        asked.push(`${type}/${words}`)
        most = Math.max(most, ++now)
        await new Promise((resolve) => setImmediate(resolve))
        now -= 1
        return [{ label: words } as RecordLabel]
      })
      expect(most).toBeLessThanOrEqual(2)
      expect(new Set(asked).size).toBe(asked.length)
      const keys = [...new Set(unresolved.map(({ type, words }) => `${type}/${words}`))]
      expect(asked.toSorted()).toEqual(keys.slice(0, MAX_LOOKED_UP).toSorted())
      for (const { path, type, words } of unresolved)
        expect(choices[path]).toEqual(asked.includes(`${type}/${words}`) ? [{ label: words }] : undefined)
    }),
    { numRuns: 20 },
  )
})
