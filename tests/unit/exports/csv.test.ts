import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, csvRow } from '@/lib/platform/files/csv-write'

const readBack = (text: string): string[][] => parse(text, { relaxColumnCount: true })

// Characters with a meaning in spreadsheets or CSV, and a few letters.
const marks = fc.constantFrom(...'=+-@＝＋－＠ \t\r\n",;\'|!a1é字'.split(''), '𝒳', '\0', '\u00a0', '\ufeff')

test('a text never starts a formula and is otherwise unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: marks, maxLength: 12 }), (text) => {
      const [[cell = '']] = readBack(csvRow([text, 'x'])) as [string[]]
      const harmless = !/^\s*[=+\-@＝＋－＠\t\r]/.test(cell)
      const same = cell === text || cell === `'${text}`
      if (!harmless || !same) throw new Error(JSON.stringify([text, cell]))
    }),
    { numRuns: 300 },
  )
})

test.each(['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '=cmd|"/c calc"!A1'])(
  '%j is harmless',
  (text) => expect(csvCell(text)).toMatch(/^"?'/),
)

test('numbers keep their sign and every digit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(Number(csvCell(number))).toBe(number === 0 ? 0 : number)
    }),
  )
  expect(csvCell(-106.48693)).toBe('-106.48693')
})

test('rows round-trip with commas, quotes and newlines', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ';', 'é', ' ') })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const plain = rows.map((row) => row.map((one) => one.replace(/^\s+/, 'a')))
      expect(readBack(plain.map(csvRow).join(''))).toEqual(plain)
    }),
  )
})

test('an unknown value is an empty cell; a yes is true', () => expect(csvRow([null, true, 0, ''])).toBe(',true,0,\r\n'))
