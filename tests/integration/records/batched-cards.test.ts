import { expect, test, vi } from 'vitest'
import { COLLECTIONS } from '@/lib/records/collections'
import { listStates, lookUpPlace, nearby, partsOf } from '@/lib/records/jurisdictions/queries'
import { labelsAt } from '@/lib/records/labels/queries'
import { officialsAt } from '@/lib/records/officials/queries'
import { organizationsAt } from '@/lib/records/organizations/queries'
import { policiesAt } from '@/lib/records/policies/queries'
import { stancesAt } from '@/lib/records/stances/queries'
import { representedAt, statementsAround, statementsAt } from '@/lib/records/statements/queries'
import { readPool } from '@/lib/platform/database/pool'
import { runWithResponse } from '@/lib/platform/request-context/request-context'
import { contentDatabase } from '@/tests/integration/content'

await contentDatabase()

const asPage = <T>(work: () => Promise<T>) =>
  runWithResponse({ statusCode: 200, req: { method: 'GET', url: '/tx/el-paso' } }, work)

/** Every place with a stance. */
const places = async () => {
  const { rows } = await COLLECTIONS.stances.list({ size: 100 })
  const found = await Promise.all(
    [...new Set(rows.map((one) => one.jurisdiction.path))].map((path) => lookUpPlace(path)),
  )
  return found.flatMap((one) => (one.status === 'found' ? [one.record] : []))
}

test('a batch read equals the single reads and runs one query', async () => {
  const all = await places()
  expect(all.length).toBeGreaterThan(10)
  const seen = { cards: 0 }
  for (const place of all) {
    const lists = [stancesAt, policiesAt, organizationsAt, officialsAt, labelsAt, representedAt].map(
      (list) => (): Promise<unknown[]> => list(place.id),
    )
    const asks = [...lists, () => nearby(place), () => listStates()]
    const apart = []
    for (const ask of asks) apart.push(await ask())
    const query = vi.spyOn(readPool(), 'query')
    expect(await asPage(() => Promise.all(asks.map((ask) => ask())))).toEqual(apart)
    expect(query).toHaveBeenCalledOnce()
    query.mockRestore()
    seen.cards += apart.flat().length
  }
  expect(seen.cards).toBeGreaterThan(100)
})

test('the statements near a place are those of its governing officials and representatives', async () => {
  for (const { id } of await places())
    expect(await statementsAround(id)).toEqual({
      statements: await statementsAt(id),
      represented: await representedAt(id),
    })
})

test('the parts of a place are the same on one page and on several', async () => {
  const state = await lookUpPlace('/nv')
  if (state.status !== 'found') throw new Error('Nevada is a place.')
  const whole = await partsOf(state.record.id, 500)
  const walked = []
  for (let after: string | undefined, at = 0; at < 50; at++) {
    const page = await partsOf(state.record.id, 5, after)
    expect(page.total).toBe(whole.total)
    walked.push(...page.rows)
    if (!page.next) break
    after = page.next
  }
  expect(whole.rows.length).toBeGreaterThan(10)
  expect(walked).toEqual(whole.rows)
})
