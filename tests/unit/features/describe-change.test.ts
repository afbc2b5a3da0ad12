import { describe, expect, test } from 'vitest'
import { COMMAND_LABELS } from '@/lib/vocabularies/commands'
import { type ChangeLine, groupChanges, linksIn } from '@/lib/features/history/describe-change'
import { COMMANDS } from '@/lib/features/commands'

const line = (id: string, command: string, byId: string, draft: string): ChangeLine => ({
  id,
  command,
  byId,
  by: null,
  at: new Date(0),
  detail: { draft },
})

describe('the history of the admin area', () => {
  test('has a label in both languages for every command', () => {
    expect(
      COMMANDS.map(({ commandName }) => commandName).filter(
        (name) => !COMMAND_LABELS[name]?.en || !COMMAND_LABELS[name].es,
      ),
    ).toEqual([])
  })
  test('links every record and draft of a line', () => {
    const detail = { published: ['federal-actions/0123456789@2'], draft: 'officials-abcdefghjk', reason: 'x', n: 3 }
    expect(linksIn(detail)).toEqual([
      { type: 'federal-actions', id: '0123456789', version: 2, draft: false },
      { type: 'officials', id: 'abcdefghjk', version: null, draft: true },
    ])
    for (const odd of [null, 3, 'x', [], { published: 3 }, { published: [null, 'x', 'a/b'] }])
      expect(linksIn(odd)).toEqual([])
  })
  test('groups only consecutive saves of one draft by one person', () => {
    const lines = [
      line('5', 'drafts.type', 'a', 'x'),
      line('4', 'drafts.type', 'a', 'x'),
      line('3', 'drafts.type', 'b', 'x'),
      line('2', 'drafts.submit', 'b', 'x'),
      line('1', 'drafts.submit', 'b', 'x'),
    ]
    expect(groupChanges(lines).map(({ id, times }) => [id, times])).toEqual([
      ['5', 2],
      ['3', 1],
      ['2', 1],
      ['1', 1],
    ])
  })
})
