import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { expect, test, vi } from 'vitest'
import type { CellValue } from '@/lib/platform/files/columns'
import { columnLetters, xlsx } from '@/lib/platform/files/xlsx-write'
import { cases } from '@/tests/fixtures/thorough'

const whole = async (sheets: { name: string; rows: CellValue[][] }[]) => {
  const pieces: Uint8Array[] = []
  for await (const piece of xlsx(sheets)) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('a third-party library reads text as text and numbers as numbers', async () => {
  const rows = [
    ['geoid', 'text', 'number', 'yes'],
    ['09001', '=1+1', -106.48693, true],
    ['1e5', ' <b>&"é 字 𝒳 \n', 0, false],
    [null, "'", 678815, null],
  ]
  const read = await readSheet(
    await whole([
      { name: 'Data', rows },
      { name: 'More & more', rows: [['a']] },
    ]),
    {
      trim: false,
    } as never,
  )
  expect(read).toEqual(rows)
})

test('any text makes a readable file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (text) => {
      const read = await readSheet(await whole([{ name: 'Data', rows: [['head'], [`x${text}x`]] }]))
      expect(read).toHaveLength(2)
    }),
    cases(3),
  )
})

test('columns continue after Z', () =>
  expect([0, 25, 26, 51, 52, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'AAA']))

test('the same rows give the same bytes at any time', async () => {
  const sheets = [{ name: 'Data', rows: [['head'], ['words']] }]
  vi.useFakeTimers({ now: new Date('2025-01-24T12:00:00Z') })
  const first = await whole(sheets)
  vi.setSystemTime(new Date('2026-02-03T04:05:06Z'))
  expect((await whole(sheets)).equals(first)).toBe(true)
  vi.useRealTimers()
})
