import { describe, expect, test } from 'vitest'
import { drawable, drawablePicture } from '@/app/og/drawable'
import { pictureFonts } from '@/app/og/fonts'
import { footLines, sizeThatFits } from '@/components/public/social-preview/fit-text'
import { ogImage } from '@/components/public/social-preview/og-image'
import { pagePicture } from '@/components/public/social-preview/page-picture'
import type { Picture } from '@/components/public/social-preview/picture'
import { statementPicture } from '@/components/public/social-preview/statement-picture'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'
import { PAGES } from '@/lib/features/sitemap/pages'
import type { Statement } from '@/lib/records/statements/schema'
import { statement } from '@/tests/unit/public-records'

const { characters } = await pictureFonts()
const quoted = (record: Statement) => statementPicture(record, 'en').main

describe('the characters of the type', () => {
  test('cover English, Spanish and Hawaiian, without emoji', () => {
    for (const sign of 'abcXYZ 0123456789 áéíóúüñÁÑ¿¡ “”‘’…–—·º ʻāēīōū ŁłŐő')
      expect(characters.has(sign.codePointAt(0)!)).toBe(true)
    for (const sign of '🙂移\u200D\uFE0F') expect(characters.has(sign.codePointAt(0)!)).toBe(false)
  })
  test('unsupported characters are omitted from a text and marked in a quotation', () => {
    expect(drawable('Hi  🙂👍 there', characters)).toBe('Hi there')
    const main = { as: 'quote', passages: ['We ❤️ you'], cut: false, source: 'The 🙂 Paper' } as const
    expect(drawablePicture({ type: null, main, foot: { name: 'A 移 B' } }, characters)).toEqual({
      type: null,
      main: { ...main, passages: ['We […] you'], source: 'The Paper' },
      foot: { name: 'A B' },
    })
  })
})

describe('the picture of a statement', () => {
  test('has the preferred wording as a quotation', () =>
    expect(quoted(statement)).toMatchObject({ as: 'quote', passages: ['no plans to join any raids,'], cut: false }))
  test('labels a paraphrase and quotes nothing', () => {
    const [variant] = statement.variants
    const told = { ...variant!, passages: [], citation: { ...variant!.citation, fidelity: 'paraphrase' as const } }
    expect(quoted({ ...statement, variants: [told] })).toEqual({
      as: 'paraphrase',
      label: 'Paraphrase',
      text: 'The chief has no plans to join operations.',
      source: 'As told by The Paper; no quotation',
    })
  })
  test('lists no signatory first in a joint statement', () => {
    const [one] = statement.speakers
    const joint = { ...statement, speakers: [one!, one!, one!] }
    expect(statementPicture(joint, 'en').foot).toMatchObject({
      name: 'Joint statement of 3 signatories',
      more: 'El Paso, Texas',
    })
  })
  test('names the speaker, the role, the place and the day', () =>
    expect(statementPicture(statement, 'es').foot).toEqual({
      name: 'Ana Peña',
      date: 'Entre el 20 y el 22 de enero de 2025',
      more: 'Jefa de policía, El Paso Police Department · El Paso, Texas',
    }))
})

describe('the card', () => {
  test('a longer text gets smaller type, and the longest the smallest', () => {
    const size = (length: number) =>
      sizeThatFits([length], { width: 1000, height: 250, lineHeight: 1.25 }, [60, 40, 30])
    expect([20, 200, 900].map(size)).toEqual([60, 40, 30])
  })
  test('a date that does not fit next to the name moves below it', () => {
    const date = 'Between 13 and 17 January 2025'
    expect(footLines({ name: 'Ana Peña', date })).toEqual({ aside: date, below: [] })
    expect(footLines({ name: 'n'.repeat(45), date, more: 'Texas' })).toEqual({ aside: '', below: [`Texas · ${date}`] })
  })
  test.each([...PAGES, ...RECORD_TYPE_NAMES.map((list) => `/${list}`), '/search'])(
    '%s has a picture in both languages',
    (path) => {
      const [en, es] = (['en', 'es'] as const).map(
        (lang) => pagePicture(path, lang)?.main as Picture['main'] & { as: 'title' },
      )
      expect(en!.title).toBeTruthy()
      expect([es!.title, es!.about]).not.toEqual([en!.title, en!.about])
    },
  )
})

test('the URL of a picture has the page, its language and the version', () => {
  expect(ogImage('en', '/tx/el-paso')).toBe('/og/card.png?page=/tx/el-paso')
  expect(ogImage('es', '/', 2)).toBe('/og/card.png?page=/es&v=2')
  expect(ogImage('es', '/statements?after=abc')).toBe('/og/card.png?page=/es/statements')
})
