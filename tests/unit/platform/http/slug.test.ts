import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idFor, newId } from '@/lib/platform/publishing/ids'
import { readCursor, writeCursor } from '@/lib/platform/lists/read-cards'
import { idFromPath, recordPath, slug } from '@/lib/platform/http/slug'

describe('an address', () => {
  test('resolves to its id, whatever the title', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const id = newId()
        const path = recordPath('statements', id, title)
        expect(path).toMatch(/^\/statements\/[a-z0-9-]+$/)
        expect(idFromPath(path.split('/')[2]!)).toBe(id)
      }),
    ))
  test('is plain words', () => expect(slug('Jesús “Chuy” García, D.C. & O’Hara')).toBe('jesus-chuy-garcia-dc-ohara'))
  test('is cut at a word', () => expect(slug('word '.repeat(40)).length).toBeLessThanOrEqual(60))
  test.each(['short', 'UPPERCASE0', '4a085yw89s_x', '4a085yw89s-ÁÉ', '', '4a085yw89sextra'])(
    '%j has no id',
    (segment) => expect(idFromPath(segment)).toBeNull(),
  )
})

describe('an id', () => {
  test('is a function of its key and differs for another key', () => {
    expect(idFor('statements', 'a')).toBe(idFor('statements', 'a'))
    expect(idFor('statements', 'a')).not.toBe(idFor('officials', 'a'))
  })
  test('is ten alphanumeric characters', () =>
    fc.assert(
      fc.property(fc.string(), (key) => {
        expect(idFor('x', key)).toMatch(/^[0-9a-z]{10}$/)
      }),
    ))
})

describe('a page cursor', () => {
  test('round-trips through the URL', () =>
    fc.assert(
      fc.property(fc.option(fc.string().filter((key) => !key.includes('\0') && key.length < 200)), (key) => {
        const cursor = { key, id: newId() }
        expect(readCursor(writeCursor(cursor))).toEqual(cursor)
      }),
    ))
  test('is rejected if it is forged', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readCursor(text)).not.toThrow()
      }),
    ))
  test.each(['', 'x', 'bnVsbA', 'WzEsMl0', 'a'.repeat(600)])('%j is none', (text) => {
    expect(readCursor(text)).toBeNull()
  })
})
