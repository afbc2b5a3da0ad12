import { expect, test } from 'vitest'
import { whoseWords } from '@/lib/records/statements/schema'

const statement = { variants: [{ passages: ['we won’t act as agents', 'ever'] }] } as Parameters<typeof whoseWords>[0]

test.each([
  ["won't act as agents", 'speaker'],
  ['The mayor said “we won’t act as agents” on Monday', 'both'],
  ['The mayor refused to help', 'source'],
  ['a city that calls itself “welcoming”', 'both'],
] as const)('%s: %s', (words, whose) => expect(whoseWords(statement, words)).toBe(whose))
