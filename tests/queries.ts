import fc from 'fast-check'
import type { FilterSet } from '@/lib/platform/collections/filters'

/** What somebody may write into an address to see what happens. */
const HOSTILE = [
  "' OR 1=1 --",
  '%',
  '\0',
  '🙂',
  '"unclosed',
  ':* & !',
  '-',
  '"" or ""',
  'or or or',
  '-garcia or',
  '9999-99-99',
  '0000-01-01',
  '2024-02-30',
  '{}',
  '__proto__',
  'constructor',
  'ａ'.repeat(300),
  '(((',
  "\\' & | <->",
  'the',
]

/** Any query string: known parameters with anything in them, and parameters that nobody knows. */
export const anyQuery = (filters: FilterSet) =>
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.constantFrom(...filters.parameters.map(({ name }) => name), '__proto__', 'toString'), fc.string()),
        fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })),
      ),
      { maxLength: 8 },
    )
    .map((pairs) => new URLSearchParams(pairs.map(([name, value]) => [name, value.replace(/\p{Cs}/gu, '')])))

/** A query whose values are understood, as far as each can be known without a database. */
export const fittingQuery = (filters: FilterSet, known: Readonly<Record<string, readonly string[]>> = {}) =>
  fc
    .array(fc.constantFrom(...filters.entries.flatMap(([key, filter]) => valuesOf(key, filter.control, known))), {
      maxLength: 5,
    })
    .map((pairs) => new URLSearchParams(pairs.flat()))

type Pair = [name: string, value: string]
const DAYS = ['2024', '2024-11', '2025-01', '2025-01-20', '2025-01-31', '2025-06', '2026']

const valuesOf = (
  key: string,
  control: FilterSet['entries'][number][1]['control'],
  known: Readonly<Record<string, readonly string[]>>,
): Pair[][] => {
  switch (control.kind) {
    case 'flag':
      return [[[control.name, 'yes']]]
    case 'text':
      return ['police', 'garcia', '"civil immigration"', 'denver or omaha', 'city -police'].map((one) => [
        [control.name, one],
      ])
    case 'day':
      return DAYS.map((one) => [[control.name, one]])
    case 'dates':
      return [...DAYS.map((one): Pair[] => [[control.from, one]]), ...DAYS.map((one): Pair[] => [[control.to, one]])]
    case 'options': {
      const { options, modifier, name } = control
      const codes =
        known[key] ??
        ('codes' in options ? Object.keys(options.codes) : 'records' in options ? ['0123456789'] : ['KERA News'])
      return [
        ...codes.map((code): Pair[] => [[name, code]]),
        ...(modifier
          ? codes.map((code, at): Pair[] => [
              [name, code],
              [name, codes[(at + 1) % codes.length]!],
              [modifier.name, modifier.value],
            ])
          : []),
      ]
    }
  }
}
