import { expect, test } from 'vitest'
import { placeBodies } from '@/lib/records/jurisdictions/place-bodies'
import { elPaso, organization, policy, statement } from '@/tests/unit/public-records'

const council = { ...organization, id: 'council001', kind: 'council' as const }
const all = { stances: [], statements: [statement], policies: [policy] }

test('a police department has its own records, and the government has the others', () => {
  const { government, bodies } = placeBodies([organization], all)
  expect(government).toEqual({ stances: [], statements: [], policies: [policy] })
  expect(bodies).toEqual([{ organization, stances: [], statements: [statement], policies: [] }])
})

test('a council counts as the government', () => {
  const [speaker] = statement.speakers
  const said = {
    ...statement,
    speakers: [{ ...speaker!, organization: { ...council, name: 'City Council' } }],
    places: [elPaso],
  }
  expect(placeBodies([council], { ...all, statements: [said] })).toEqual({
    government: { stances: [], statements: [said], policies: [policy] },
    bodies: [],
  })
})

test('a body without records is left out', () => {
  expect(placeBodies([organization], { ...all, statements: [] }).bodies).toEqual([])
})
