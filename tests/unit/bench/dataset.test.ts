import { expect, test } from 'vitest'
import { statement } from '@/tests/bench/dataset/statements'
import { source } from '@/tests/bench/dataset/papers'
import { official, organization } from '@/tests/bench/dataset/people'
import { randomFrom } from '@/tests/bench/dataset/random'
import type { World } from '@/tests/bench/dataset/world'

const someStatements = (seed: number) => {
  const place = { id: '0123456789', path: '/tx/el-paso', name: 'El Paso, Texas', usps: 'TX', kind: 'city' }
  const action = { id: '9876543210', path: '/federal-actions/9876543210', name: 'An order' }
  const world: World = {
    random: randomFrom(seed),
    places: [place],
    federalActions: [action],
    organizations: [],
    sources: [],
    officials: [],
    policies: [],
  }
  for (let at = 0; at < 10; at++) world.organizations.push(organization(world, at))
  for (let at = 0; at < 10; at++) world.sources.push(source(world, at))
  for (let at = 0; at < 10; at++) world.officials.push(official(world, at))
  return Array.from({ length: 20 }, (_, at) => statement(world, at))
}

test('the same seed generates the same statements, and another seed different ones', () => {
  expect(someStatements(1)).toEqual(someStatements(1))
  expect(someStatements(2)).not.toEqual(someStatements(1))
})

test('a weighted choice is as likely as its weight says', () => {
  const { weighted } = randomFrom(7)
  const drawn = Array.from({ length: 10_000 }, () => weighted({ often: 90, seldom: 10, never: 0 }))
  expect(drawn.filter((one) => one === 'seldom').length).toBeGreaterThan(800)
  expect(drawn.filter((one) => one === 'seldom').length).toBeLessThan(1_200)
  expect(drawn).not.toContain('never')
})
