import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Citable } from '@/lib/features/citing/citable'
import { bibtex, cslJson, ris } from '@/lib/features/citing/citation-formats'
import { apa, chicago, mla } from '@/lib/features/citing/styles'

const record: Citable = {
  kind: 'record',
  id: 'ab12cd34ef',
  title: 'Ana Peña',
  address: 'https://record.example/statements/ab12cd34ef?version=2',
  published: '2025-06-07',
  version: '2',
  accessed: '2026-09-22',
}
const dataset: Citable = {
  ...record,
  kind: 'dataset',
  id: 'dataset',
  title: 'Local Record, 2026-11-22',
  version: '2026-11-22',
  published: '2026-11-22',
  address: 'https://record.example/data',
}

test('APA', () => {
  expect(apa(record, 'en')).toBe(
    'Local Record. (2025, June 7). *Ana Peña* (Version 2). Retrieved September 22, 2026, from https://record.example/statements/ab12cd34ef?version=2',
  )
  expect(apa(dataset, 'en')).toContain('(Version 2026-11-22) [Data set].')
  expect(apa(record, 'es')).toContain(
    '(2025, 7 de junio). *Ana Peña* (Versión 2). Recuperado el 22 de septiembre de 2026, de ',
  )
})

test('MLA', () => {
  expect(mla(record, 'en')).toBe(
    '“Ana Peña.” *Local Record*, version 2, 7 June 2025, https://record.example/statements/ab12cd34ef?version=2. Accessed 22 Sept. 2026.',
  )
  expect(mla({ ...record, title: 'Who?' }, 'en')).toContain('“Who?” ')
})

test('Chicago', () =>
  expect(chicago(record, 'en')).toBe(
    'Local Record. “Ana Peña.” Version 2, published June 7, 2025. Accessed September 22, 2026. https://record.example/statements/ab12cd34ef?version=2.',
  ))

test('BibTeX', () => {
  expect(bibtex(record)).toMatch(
    /^@misc\{localrecord-ab12cd34ef-v2,\n  author = \{\{Local Record\}\},\n  title = \{\{Ana Peña\}\}/,
  )
  expect(bibtex({ ...record, title: '5% & {A}_b' })).toContain('{{5\\% \\& \\{A\\}\\_b}}')
})

test('RIS', () => {
  const text = ris(record)
  expect(text).toMatch(/^TY {2}- ELEC\r\n/)
  expect(text).toMatch(/DA {2}- 2025\/06\/07\r\n/)
  expect(text).toMatch(/Y2 {2}- 2026\/09\/22\r\nER {2}- \r\n$/)
})

test('CSL-JSON', () =>
  expect(JSON.parse(cslJson(record))).toMatchObject([
    {
      type: 'webpage',
      version: '2',
      issued: { 'date-parts': [[2025, 6, 7]] },
      accessed: { 'date-parts': [[2026, 9, 22]] },
    },
  ]))

describe('for any title', () => {
  const any = fc.record({ title: fc.string({ unit: 'binary' }), version: fc.option(fc.string({ maxLength: 3 })) })
  test('RIS has one field in a line, BibTeX has its braces in pairs, CSL is JSON', () => {
    fc.assert(
      fc.property(any, (given) => {
        const cited = { ...record, ...given, version: '1' }
        for (const line of ris(cited).split('\r\n').slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
        const braces = bibtex(cited).replace(/\\[{}]/g, '')
        expect(braces.split('{').length).toBe(braces.split('}').length)
        expect(JSON.parse(cslJson(cited))[0].title).toBe(given.title)
      }),
    )
  })
})
