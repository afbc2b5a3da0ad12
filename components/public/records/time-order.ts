import type { InexactDate } from '@/lib/records/shared/inexact-date'
import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'

export type TimeEntry =
  | { date: InexactDate | null; statement: Statement }
  | { date: InexactDate | null; policy: Policy; event: Policy['events'][number] }

/**
 * Statements and policy events in chronological order. A date sorts by its first day, before longer ranges with the
 * same start; entries without a date come last.
 */
export const inTimeOrder = (statements: readonly Statement[], policies: readonly Policy[]): TimeEntry[] => {
  const entries: TimeEntry[] = [
    ...statements.map((statement) => ({ date: statement.date, statement })),
    ...policies.flatMap((policy) => policy.events.map((event) => ({ date: event.date, policy, event }))),
  ]
  return entries.sort((a, b) => (key(a.date) < key(b.date) ? -1 : key(a.date) > key(b.date) ? 1 : 0))
}

const key = (date: InexactDate | null): string =>
  date ? `${date.earliest ?? '0000'} ${date.latest ?? '9999'}` : '9999'
