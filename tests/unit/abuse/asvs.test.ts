import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'

/** The numbers of ASVS 5.0.0 by level: "6.2:1-3,5" stands for 6.2.1, 6.2.2, 6.2.3 and 6.2.5. */
const LEVELS: Record<1 | 2, string> = {
  1: [
    '1.2:1-5 1.3:1-2 1.5:1 2.1:1 2.2:1-2 2.3:1 3.2:1-2 3.3:1 3.4:1-2 3.5:1-3 4.1:1 4.4:1 5.2:1-2 5.3:1-2',
    '6.1:1 6.2:1-8 6.3:1-2 6.4:1-2 7.2:1-4 7.4:1-2 8.1:1 8.2:1-2 8.3:1 9.1:1-3 9.2:1 10.4:1-5 11.3:1-2',
    '11.4:1 12.1:1 12.2:1-2 13.4:1 14.2:1 14.3:1 15.1:1 15.2:1 15.3:1',
  ].join(' '),
  2: [
    '1.1:1-2 1.2:6-9 1.3:3-11 1.4:1-3 1.5:2 2.1:2-3 2.2:3 2.3:2-4 2.4:1 3.3:2-4 3.4:3-6 3.5:4-5 3.7:1-2',
    '4.1:2-3 4.2:1 4.3:1-2 4.4:2-4 5.1:1 5.2:3 5.4:1-3 6.1:2-3 6.2:9-12 6.3:3-4 6.4:3-4 6.5:1-5 6.6:1-3',
    '6.8:1-4 7.1:1-3 7.3:1-2 7.4:3-5 7.5:1-2 7.6:1-2 8.1:2 8.2:3 8.4:1 9.2:2-4 10.1:1-2 10.2:1-2 10.3:1-4',
    '10.4:6-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2 11.2:1-3 11.3:3 11.4:2-4 11.5:1 11.6:1 12.1:2-3',
    '12.3:1-4 13.1:1 13.2:1-5 13.3:1-2 13.4:2-5 14.1:1-2 14.2:2-4 14.3:2-3 15.1:2-3 15.2:2-3 15.3:2-7',
    '16.1:1 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3 17.1:1 17.2:1-4 17.3:1-2',
  ].join(' '),
}

const numbersOf = (list: string): string[] =>
  list.split(' ').flatMap((section) => {
    const [name, ranges] = section.split(':') as [string, string]
    return ranges.split(',').flatMap((range) => {
      const [first, last = first] = range.split('-').map(Number) as [number, number?]
      return Array.from({ length: last - first + 1 }, (_, index) => `${name}.${first + index}`)
    })
  })

type Row = { number: string; level: string; verdict: string; how: string; tests: string[] }

const text = readFileSync(join(ROOT, 'docs', 'asvs.md'), 'utf8')
const rows: Row[] = text
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, number]) => /^\d+\.\d+\.\d+$/.test(number ?? ''))
  .map(([, number, level, verdict, how, tests]) => ({
    number: number!,
    level: level!,
    verdict: verdict!,
    how: how!,
    tests: [...tests!.matchAll(/`([^`]+)`/g)].map(([, file]) => `tests/${file}`),
  }))

test('every requirement of levels 1 and 2 has one row with its level', () => {
  for (const level of [1, 2] as const) {
    const listed = rows.filter((row) => row.level === String(level)).map(({ number }) => number)
    expect(listed.toSorted(), `level ${level}`).toEqual(numbersOf(LEVELS[level]).toSorted())
  }
  expect(rows).toHaveLength(253)
})

test('every row has a known verdict and says how or why', () => {
  const verdicts = ['met', 'met, untested', 'partly', 'not met', 'operator', 'not applicable']
  expect(rows.filter(({ verdict, how }) => !verdicts.includes(verdict) || how.length < 5)).toEqual([])
})

test('every row that is met names tests, and every named test exists', () => {
  expect(rows.filter(({ verdict, tests }) => verdict === 'met' && !tests.length)).toEqual([])
  const named = [...new Set(rows.flatMap(({ tests }) => tests))]
  expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  expect(named.length).toBeGreaterThan(40)
})

test('the summary counts the rows', () => {
  for (const [, verdict, first, second] of text.matchAll(/^\| (\w[^|]*?) +\| +(\d+) \| +(\d+) \|$/gm)) {
    const count = (level: string) => rows.filter((row) => row.verdict === verdict && row.level === level).length
    expect([verdict, count('1'), count('2')]).toEqual([verdict, Number(first), Number(second)])
  }
})
