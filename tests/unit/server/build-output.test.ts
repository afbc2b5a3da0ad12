import { expect, test } from 'vitest'
import { fontClasses } from '@/server/build-output'

test('the classes of fonts are known however a style sheet writes them', () => {
  const css = String.raw`.Zo6_variable{--serif:a}.-LVs_variable{--b:c}.\35 e_variable {--d:e}.\31f_variable{}.x\+_variable{}.other{}`
  expect(fontClasses(css).split(' ')).toEqual([
    'Zo6_variable',
    '-LVs_variable',
    '5e_variable',
    '\u{31f}_variable',
    'x+_variable',
  ])
})
