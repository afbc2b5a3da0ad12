import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { allowedBy } from '@/lib/platform/exports/allowed'

const Inner = z.strictObject({ en: z.string(), es: z.string().optional() })
const Schema = z.object({
  id: z.string(),
  texts: z.array(Inner),
  ref: z.object({ name: z.string(), count: z.int().nullable() }).nullable(),
  either: z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]),
})

const fitting = fc.record({
  either: fc.oneof(fc.record({ a: fc.string(), secret: fc.string() }), fc.record({ b: fc.string() })),
  secret: fc.string(),
  ref: fc.option(fc.record({ secret: fc.string(), count: fc.option(fc.integer()), name: fc.string() })),
  texts: fc.array(fc.record({ es: fc.string(), en: fc.string() }, { requiredKeys: ['en'] })),
  id: fc.string(),
})

test('what is let through is what parsing gives, to the byte', () => {
  const allowed = allowedBy(Schema)
  fc.assert(
    fc.property(fitting, (value) => {
      expect(JSON.stringify(allowed(value))).toBe(JSON.stringify(Schema.parse(value)))
      expect(JSON.stringify(allowed(value))).not.toContain('secret":')
    }),
  )
})
