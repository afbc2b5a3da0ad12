import { expect, test } from 'vitest'
import { answersByLevel } from '@/lib/records/federal-actions/answers-by-level'
import { official, policy, statement } from '@/tests/unit/public-records'

const [role] = official.roles
const position = (topic: string, position: string) =>
  ({ topic, position, span: 'no plans' }) as (typeof statement.positions)[number]
const withOffice = (office: NonNullable<typeof role>['office']) => ({
  ...statement,
  speakers: [{ ...statement.speakers[0]!, role: { ...role!, office } }],
})
const kinds = { police0001: 'police_department' as const }

test('a statement counts at the level of its first speaker’s office', () => {
  const levels = (['governor', 'mayor', 'police_chief', 'superintendent', 'us_senator'] as const).map(
    (office) => answersByLevel([withOffice(office)], [], [], kinds)[0]!.level,
  )
  expect(levels).toEqual(['state', 'local', 'police', 'school', 'congress'])
})

test('a policy counts at the level of its body', () => {
  const byPolice = { ...policy, organization: { id: 'police0001', path: '/organizations/police0001', name: 'Police' } }
  expect(answersByLevel([], [policy, byPolice], [], kinds)).toEqual([
    { level: 'local', positions: {}, uncoded: 0, policies: 1 },
    { level: 'police', positions: {}, uncoded: 0, policies: 1 },
  ])
})

test('a statement counts once per position on the action’s topics, otherwise as uncoded', () => {
  const said = { ...statement, positions: [position('detainers', 'opposes'), position('asylum', 'supports')] }
  expect(answersByLevel([said, statement], [], ['detainers'], kinds)).toEqual([
    { level: 'police', positions: { opposes: 1 }, uncoded: 1, policies: 0 },
  ])
})

test('levels without answers are left out', () => expect(answersByLevel([], [], [], {})).toEqual([]))
