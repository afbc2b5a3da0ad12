import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { recognize } from '@/lib/features/intake/recognize'
import { SHOWN } from '@/lib/features/intake/recognize-task'
import { Invalid } from '@/lib/platform/errors/errors'
import { Unreadable } from '@/lib/platform/fetch/failures'
import { readArticle } from '@/lib/platform/fetch/read-article'
import { MAX_TEXT_LENGTH } from '@/lib/platform/fetch/tidy-text'
import { readUploadedFile } from '@/lib/platform/files/read-uploaded-file'
import { UPLOAD_LIMITS } from '@/lib/platform/settings/upload-limits'
import { workerPool } from '@/lib/platform/worker-pool/worker-pool'
import {
  SLOW_PAGE,
  hostileBytes,
  hostileCsv,
  hostileHtml,
  hostileText,
  hostileWorkbook,
  slowWorkbook,
} from '@/tests/fixtures/hostile-documents'
import { cases } from '@/tests/fixtures/thorough'

/** Begins to read with a shorter deadline: generated documents need not take twenty seconds each to be ended. */
const within = <T>(milliseconds: number, read: () => Promise<T>): Promise<T> => {
  workerPool().longest = milliseconds
  const reading = read()
  workerPool().longest = Infinity
  return reading
}
const SHORT = 1_000

afterAll(() => workerPool().close())

const page = (bytes: Buffer, contentType = 'text/html') => ({
  url: 'https://a.example/',
  finalUrl: 'https://a.example/',
  kind: contentType === 'text/plain' ? ('text' as const) : ('html' as const),
  contentType,
  bytes,
})

const HARMLESS = `<html><head><title>Council meets</title></head><body><article><h1>Council meets</h1><p>${'The council met for three hours and went home. '.repeat(10)}</p></article></body></html>`

/** The reasons that a message explains, in both languages. */
const article = (bytes: Buffer, contentType?: string) =>
  readArticle(page(bytes, contentType)).catch((error: unknown) => {
    if (error instanceof Unreadable) return error.failure.code
    throw error
  })
const table = (bytes: Uint8Array) =>
  readUploadedFile(bytes).catch((error: unknown) => {
    if (error instanceof Invalid) return error.issues.file![0]!
    throw error
  })

const ENDED = ['too_complex', 'imports.problem.takes_too_long', 'imports.problem.takes_too_much']
let ended = 0
const count = (outcome: unknown) => (ended += ENDED.includes(outcome as string) ? 1 : 0)
afterAll(() => console.log(`${ended} workers were ended`))

describe('a document that blocked a server', () => {
  test('is ended with a reason, and the next document is read', async () => {
    expect(await within(SHORT, () => article(Buffer.from(SLOW_PAGE)))).toBe('too_complex')
    expect(await table(slowWorkbook())).toBe('imports.problem.too_much_text')
    expect(await article(Buffer.from(HARMLESS))).toMatchObject({ title: 'Council meets' })
  })

  test('does not keep others waiting', async () => {
    const order: string[] = []
    await Promise.all([article(Buffer.from(HARMLESS)), article(Buffer.from(HARMLESS))])
    const slow = within(5_000, () => article(Buffer.from(SLOW_PAGE))).then(() => order.push('slow'))
    const harmless = article(Buffer.from(HARMLESS)).then(() => order.push('harmless'))
    await Promise.all([slow, harmless])
    expect(order).toEqual(['harmless', 'slow'])
  })

  test('in a crowd is turned away at the queue’s end', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, () => article(Buffer.from(HARMLESS))))
    expect(all.filter((one) => typeof one === 'object')).toHaveLength(22)
    expect(all.filter((one) => one === 'busy')).toHaveLength(18)
  })
})

test.each([
  ['pages', hostileHtml, (bytes: Buffer) => article(bytes)],
  ['texts', hostileCsv, (bytes: Buffer) => article(bytes, 'text/plain')],
  ['bytes as pages', hostileBytes, (bytes: Buffer) => article(bytes, 'text/html; charset=iso-2022-jp')],
] as const)('generated %s are read within the limits, or ended with a reason', async (_, documents, read) => {
  await fc.assert(
    fc.asyncProperty(documents, async (bytes) => {
      const outcome = await within(SHORT, () => read(bytes))
      count(outcome)
      if (typeof outcome === 'string') expect(['too_complex', 'too_long']).toContain(outcome)
      else expect(outcome.text.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH)
    }),
    cases(12),
  )
  expect(await article(Buffer.from(HARMLESS))).toMatchObject({ title: 'Council meets' })
})

test.each([
  ['CSV files', hostileCsv],
  ['workbooks', hostileWorkbook],
  ['bytes', hostileBytes],
] as const)('generated %s are read within the limits, or rejected with a reason', async (_, documents) => {
  await fc.assert(
    fc.asyncProperty(documents, async (bytes) => {
      const outcome = await within(SHORT, () => table(bytes))
      count(outcome)
      if (typeof outcome === 'string') return void expect(outcome).toMatch(/^imports\.problem\.\w+$/)
      const { rows, headings } = outcome.table
      expect(rows.length).toBeLessThanOrEqual(UPLOAD_LIMITS.rows)
      expect(headings.length).toBeLessThanOrEqual(UPLOAD_LIMITS.columns)
      const cells = rows.flatMap((one) => Object.values(one.cells))
      expect(cells.length).toBeLessThanOrEqual(UPLOAD_LIMITS.cells)
      expect(cells.reduce((sum, one) => sum + one.length, 0)).toBeLessThanOrEqual(UPLOAD_LIMITS.characters)
    }),
    cases(12),
  )
  expect(await table(Buffer.from('a,b\n1,2\n'))).toMatchObject({ table: { headings: ['a', 'b'] } })
})

test('generated texts have at most so many candidates and quotations, or none in time', async () => {
  const words = fc.constantFrom(
    '“a b” said Mayor Ana Peña of El Paso, Texas. ',
    'June 1, 2025 ',
    '"a b" ',
    'said ',
    '.',
    '“',
    '\n',
  )
  const text = fc.array(fc.tuple(fc.array(words, { minLength: 1, maxLength: 3 }), fc.nat(12)), {
    minLength: 1,
    maxLength: 3,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        hostileText,
        text.map((all) => all.map(([one, log]) => one.join('').repeat(2 ** log)).join('')),
      ),
      async (given) => {
        const found = await within(SHORT, () => recognize({ text: given, published: '2025-06-01', lang: 'en' }))
        expect(found?.candidates.length ?? 0).toBeLessThanOrEqual(SHOWN.candidates)
        expect(found?.quotations.length ?? 0).toBeLessThanOrEqual(SHOWN.quotations)
        for (const { speakers, places, dates } of found?.candidates ?? [])
          expect(Math.max(speakers.length, places.length, dates.length)).toBeLessThanOrEqual(SHOWN.perCandidate)
      },
    ),
    cases(12),
  )
})
