import { expect, test } from 'vitest'
import type { InexactDate } from '@/lib/records/shared/inexact-date'
import { intervalOf } from '@/lib/text/edtf'
import { roleOn } from '@/lib/records/officials/role-on'

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
