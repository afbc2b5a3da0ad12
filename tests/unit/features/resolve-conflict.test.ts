import { describe, expect, test } from 'vitest'
import { quotePlaces } from '@/lib/features/editing/quote-places'
import { resolveConflicts } from '@/lib/features/editing/resolve-conflict'

const TEXT =
  'On Monday the mayor said: “We’ll keep our own list,” and went on.\n\nLater she said it again: “We’ll keep our own list,” she said.'
const texts = new Map([['aaaaaaaaaa', [TEXT]]])
const citing = (citation: object) => ({
  citations: [{ sourceId: 'aaaaaaaaaa', fidelity: 'reported_verbatim', ...citation }],
})
const resolve = <D>(data: D, before: unknown) => resolveConflicts(data, before, quotePlaces(data, texts))
const settle = (citation: object, before: object = {}) => resolve(citing(citation), before).citations[0]

describe('cited quotes', () => {
  test('take the source’s characters and context', () => {
    expect(settle({ exact: "We'll  keep our own list" })).toEqual({
      sourceId: 'aaaaaaaaaa',
      fidelity: 'reported_verbatim',
      exact: 'We’ll keep our own list',
      prefix: 'On Monday the mayor said: “',
      suffix: expect.stringMatching(/^,” and went on\./) as string,
      found: 'found',
    })
  })

  test('match the intended occurrence', () => {
    const prefix = 'again: “'
    expect(settle({ exact: 'We’ll keep our own list', prefix })).toMatchObject({
      prefix: expect.stringMatching(/said it again: “$/) as string,
    })
  })

  test('are never marked as found if the text does not contain them', () => {
    const made = settle({ exact: 'Words that nobody said', found: 'found', prefix: 'x' })
    expect(made).toMatchObject({ found: 'not_found' })
    expect(made).not.toHaveProperty('prefix')
  })

  test('of a source without captured text keep their state; new ones are unchecked', () => {
    const elsewhere = { sourceId: 'bbbbbbbbbb', exact: 'Other words', fidelity: 'fragment' }
    const before = { citations: [{ ...elsewhere, found: 'found', prefix: 'some ' }] }
    const settledNow = (data: object, was: object) => resolve({ citations: [data] }, was).citations[0]
    expect(settledNow(elsewhere, before)).toEqual({ ...elsewhere, found: 'found', prefix: 'some ' })
    expect(settledNow({ ...elsewhere, exact: 'Newer words', found: 'found' }, before)).toMatchObject({
      found: 'not_checked',
    })
  })

  test('passages follow the characters of the citation', () => {
    const data = {
      variants: [
        {
          passages: ["We'll keep our own list,"],
          ...{ citation: citing({ exact: '“We’ll keep our own list,” she' }).citations[0] },
        },
      ],
    }
    expect(resolve(data, {}).variants[0]!.passages).toEqual(['We’ll keep our own list,'])
  })

  test('are stable under repeated checks', () => {
    const once = resolve(citing({ exact: "We'll keep our own list" }), {})
    expect(resolve(once, once)).toEqual(once)
  })
})
