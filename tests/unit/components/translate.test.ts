import { expect, test } from 'vitest'
import { translator } from '@/lib/platform/i18n/translate'

test('a message says what is put into it, however often it was said with something else', () => {
  for (const outlet of ['KERA', 'The Hill', 'KERA', '"}'])
    expect(translator('en')('fidelity.reported_verbatim', { outlet })).toBe(`Reported word for word by ${outlet}`)
})
test('a message is said in the language that is asked for, however often it was said in the other', () => {
  const said = (['en', 'es', 'en', 'es'] as const).map((lang) => translator(lang)('site.skip'))
  expect(new Set(said).size).toBe(2)
  expect(said.slice(2)).toEqual(said.slice(0, 2))
})
