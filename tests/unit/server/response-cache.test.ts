import fc from 'fast-check'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { compress } from '@/server/stages/compression'
import { type FinishedAnswers, finishedAnswers } from '@/server/stages/response-cache'

const answer = (text: string) => ({ headers: [], fresh: [], etag: text, body: Buffer.from(text) })
const hearing = (options = {}): FinishedAnswers => {
  const answers = finishedAnswers(options)
  answers.setInvalidationAvailable(true)
  return answers
}

describe('finished answers', () => {
  test('are found until they are too old', () => {
    let now = 0
    const answers = hearing({ age: 100, now: () => now })
    answers.begin()('a', answer('one'))
    expect(answers.find('a')?.body.toString()).toBe('one')
    now = 100
    expect(answers.find('a')).toBeUndefined()
    expect(answers.size).toBe(0)
  })

  test('are too old in time although the clock was set back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const answers = hearing({ age: 5 })
    answers.begin()('a', answer('one'))
    vi.setSystemTime(Date.now() - 5 * 60 * 60_000)
    await sleep(20)
    expect(answers.find('a')).toBeUndefined()
    vi.useRealTimers()
  })

  test('are not kept while nobody would tell what is published', () => {
    const answers = finishedAnswers()
    answers.begin()('a', answer('one'))
    expect(answers.find('a')).toBeUndefined()
    answers.setInvalidationAvailable(true)
    answers.begin()('a', answer('two'))
    answers.setInvalidationAvailable(false)
    expect(answers.find('a')).toBeUndefined()
  })

  test('that are large are not kept, and the oldest are evicted', () => {
    const answers = hearing({ most: 5_000, largest: 2_000 })
    const keep = answers.begin()
    keep('large', answer('x'.repeat(2_001)))
    expect(answers.find('large')).toBeUndefined()
    for (const key of ['a', 'b', 'c']) keep(key, answer('x'.repeat(1_000)))
    expect([answers.find('a'), answers.find('b')?.body.length, answers.find('c')?.body.length]).toEqual([
      undefined,
      1_000,
      1_000,
    ])
    expect(answers.size).toBe(4_000)
  })

  // Readers ask and editors publish in any order; a page shows what was there when it was begun.
  test('hold no more memory than their bytes', async () => {
    const answers = hearing()
    const body = await compress(Buffer.from('a record '.repeat(1_000)), 'br', 'some')
    answers.begin()('a', { ...answer('one'), body })
    expect(answers.find('a')!.body).toEqual(body)
    expect(answers.find('a')!.body.buffer.byteLength).toBe(body.length)
  })

  test('never show what was begun before the last publishing', () => {
    const step = fc.oneof(
      fc.record({ begin: fc.constantFrom('a', 'b') }),
      fc.record({ end: fc.nat(5) }),
      fc.constant('publish' as const),
      fc.record({ available: fc.boolean() }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const answers = hearing()
        let version = 0
        const open: (() => void)[] = []
        for (const one of steps) {
          if (one === 'publish') {
            version += 1
            answers.forget()
          } else if ('available' in one) answers.setInvalidationAvailable(one.available)
          else if ('end' in one) open.splice(one.end, 1)[0]?.()
          else {
            const [keep, seen] = [answers.begin(), version]
            open.push(() => keep(one.begin, answer(String(seen))))
          }
          for (const key of ['a', 'b']) {
            const found = answers.find(key)?.body.toString()
            if (found !== undefined) expect(found).toBe(String(version))
          }
        }
      }),
    )
  })
})
