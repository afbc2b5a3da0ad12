import { expect, test } from 'vitest'
import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'
import { intervalOf } from '@/lib/text/edtf'
import { inTimeOrder } from '@/components/public/records/time-order'

const dated = (edtf: string | null) => (edtf ? { edtf, ...intervalOf(edtf)!, asWritten: null } : null)
const statement = (edtf: string | null) => ({ date: dated(edtf) }) as Statement
const policy = (...events: string[]) => ({ events: events.map((edtf) => ({ date: dated(edtf) })) }) as Policy

test('statements and policy events are in chronological order, undated ones last', () => {
  const entries = inTimeOrder([statement(null), statement('2025-01-22')], [policy('2025-07-18', '2024-11')])
  expect(entries.map((one) => one.date?.edtf)).toEqual(['2024-11', '2025-01-22', '2025-07-18', undefined])
})
