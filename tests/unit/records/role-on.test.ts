import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InexactDate } from '@/lib/records/shared/inexact-date'
import { intervalOf } from '@/lib/text/edtf'
import { currentRole, latestFirst, roleOn } from '@/lib/records/officials/role-on'

const date = (edtf: string): InexactDate => ({ edtf, ...intervalOf(edtf)!, asWritten: null })
const role = (title: string, from: string | null, to: string | null) => ({
  title,
  from: from ? date(from) : null,
  to: to ? date(to) : null,
})

const representative = role('U.S. Representative', '2001-01-03', '2024-12-08')
const senator = role('U.S. Senator', '2024-12-09', null)
const roles = [representative, senator]

test('the role is the one held on the date', () => {
  expect(roleOn(roles, date('2025-01-26'))).toBe(senator)
  expect(roleOn(roles, date('2024-12-08'))).toBe(representative)
  expect(roleOn(roles, date('2024-12-09'))).toBe(senator)
})
test('if an imprecise date allows two roles, the later one is shown', () => {
  expect(roleOn(roles, date('../2025-01-31'))).toBe(senator)
  expect(roleOn(roles, date('2024-12'))).toBe(senator)
  expect(roleOn(roles, null)).toBe(senator)
})
test('before the first role there is none', () => expect(roleOn(roles, date('1999'))).toBeNull())
test('a missing end date is open', () => expect(roleOn([role('Mayor', null, null)], date('1980'))).not.toBeNull())

test('the current role is the one held today, else the last one by date', () => {
  expect(currentRole(roles, '2026-11-30')).toBe(senator)
  expect(currentRole([senator, representative], '2026-11-30')).toBe(senator)
  const left = role('Mayor', '2013', '2025-06-09')
  expect(currentRole([left, role('Council member', '2009', '2013')], '2026-11-30')).toBe(left)
  expect(currentRole([left, role('Council member', null, null)], '2026-11-30')?.title).toBe('Council member')
})

const anyRole = fc
  .record({ from: fc.option(fc.integer({ min: 1990, max: 2030 })), years: fc.option(fc.integer({ min: 0, max: 9 })) })
  .map(({ from, years }) => role('Mayor', from ? `${from}` : null, from && years !== null ? `${from + years}` : null))

test('the current role does not depend on the order of the roles, and no role held today is passed over', () => {
  fc.assert(
    fc.property(
      fc.array(anyRole, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1985, max: 2040 }),
      (all, year) => {
        const day = `${year}-06-01`
        const shown = currentRole(all, day)!
        const held = (one: typeof shown) => (one.from?.earliest ?? '') <= day && day <= (one.to?.latest ?? '9999')
        expect(held(shown)).toBe(all.some(held))
        const mirrored = currentRole(all.toReversed(), day)!
        expect({ from: mirrored.from, to: mirrored.to }).toEqual({ from: shown.from, to: shown.to })
        expect(latestFirst(all)).toHaveLength(all.length)
      },
    ),
  )
})
