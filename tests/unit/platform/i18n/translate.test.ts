import { expect, test } from 'vitest'
import { translator } from '@/lib/platform/i18n/translate'

test('a cached message is formatted with its current values', () => {
  for (const outlet of ['KERA', 'The Hill', 'KERA', '"}'])
    expect(translator('en')('fidelity.reported_verbatim', { outlet })).toBe(`Reported word for word by ${outlet}`)
})
test('a cached message is formatted in the requested language', () => {
  const said = (['en', 'es', 'en', 'es'] as const).map((lang) => translator(lang)('site.skip'))
  expect(new Set(said).size).toBe(2)
  expect(said.slice(2)).toEqual(said.slice(0, 2))
})
