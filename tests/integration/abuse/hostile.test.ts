import { beforeAll, describe, expect, test } from 'vitest'
import { formPlan } from '@/lib/features/editing/form-plans'
import type { RecordTypeName } from '@/lib/records/paths'
import { COMMANDS } from '@/lib/features/commands'
import { RECORD_TYPES } from '@/lib/records/registry'
import { publishDrafts, saveDrafts } from '@/lib/features/editing/commands'
import { SYSTEM, VISITOR, can } from '@/lib/platform/commands/permissions'
import { Invalid } from '@/lib/platform/errors/errors'
import type { Field } from '@/lib/platform/forms/plan'
import { HOSTILE, UNKEPT, hostileId, hostileInputs } from '@/tests/fixtures/hostile-input'
import { testDatabase } from '../database'
import { draft, ids, inputs, makeWorld } from '../world'

const db = await testDatabase()
beforeAll(makeWorld)

const rows = async () =>
  (
    await db.pool.query(
      'SELECT (SELECT count(*) FROM draft)::int AS drafts, (SELECT count(*) FROM change)::int AS changes',
    )
  ).rows[0]

/** The fields of a form that take words and did not get them, by their paths. */
const unfilled = (field: Field, value: unknown, text: string, path: string): string[] => {
  const at = (name: string) => (value as Record<string, unknown> | null)?.[name]
  const isIt = (one: unknown) => typeof one === 'string' && one.includes(text)
  switch (field.kind) {
    case 'text':
      return isIt(value) || String(value).startsWith('https://') ? [] : [path]
    case 'lines':
      return isIt((value as unknown[])[0]) ? [] : [path]
    case 'bilingual':
      return isIt(at('en')) && isIt(at('es')) ? [] : [path]
    case 'inexact-date':
      return isIt(at('asWritten')) || value === null ? [] : [path]
    case 'group':
      return field.fields.flatMap((one) => unfilled(one, at(one.name), text, `${path}.${one.name}`))
    case 'list':
      return (value as unknown[]).flatMap((one) => unfilled(field.item, one, text, path))
    default:
      return []
  }
}

test('every field for words in every record type takes the hostile text, and the entry is published', async () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    const all = hostileInputs(name, text, ids.city)
    const drafts = all.map(([type, data]) => draft(type as RecordTypeName, hostileId(type, name), data))
    await publishDrafts(SYSTEM, { draftIds: await saveDrafts(SYSTEM, { drafts }) })
    const left = all.flatMap(([type, data]) =>
      formPlan(type as RecordTypeName, 'en').fields.flatMap((one) =>
        unfilled(one, (data as Record<string, unknown>)[one.name], text, `${type}.${one.name}`),
      ),
    )
    // An id and a hash have forms of their own.
    expect(left).toEqual(['sources.captures.sha256', 'officials.bioguide'])
  }
  console.log(
    `${Object.keys(HOSTILE).length} kinds of hostile text in every field of ${hostileInputs('', '', '').length} types`,
  )
})

describe.each(Object.entries(UNKEPT))('a text with a character that can’t be kept (%s)', (_, text) => {
  test.each(Object.keys(inputs))('is refused in %s, with its field named, and nothing is changed', async (type) => {
    const before = await rows()
    const data = { ...inputs[type as keyof typeof inputs], note: { en: text } }
    const sent = saveDrafts(SYSTEM, { drafts: [draft(type as RecordTypeName, 'aaaaaaaaaa', data)] })
    await expect(sent).rejects.toThrow(Invalid)
    await sent.catch(({ issues }: Invalid) => expect(Object.keys(issues)).toEqual(['drafts.0.data.note.en']))
    expect(await rows()).toEqual(before)
  })

  test('is refused by every command, with nothing else wrong or with everything', async () => {
    const before = await rows()
    for (const run of COMMANDS) {
      const actor = [{ id: 'a', role: 'administrator' } as const, SYSTEM, VISITOR].find((one) =>
        can(one, run.permission),
      )!
      await expect(run(actor, { id: text, text, type: text, reason: text }), run.commandName).rejects.toThrow()
    }
    expect(await rows()).toEqual(before)
  })
})

describe('an address that is no web address', () => {
  const ADDRESSES = [
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', '\tjavascript:alert(1)', 'java\nscript:alert(1)', 'vbscript:x'],
    ...['data:text/html,<script>alert(1)</script>', 'file:///etc/passwd', 'blob:https://a.example/x', '//a.example/x'],
    ...['http:', 'mailto:a@b.example', 'ftp://a.example/', 'about:blank', 'view-source:https://a.example'],
  ]
  test.each(ADDRESSES)('%j can be the link and the archived copy of no source', (url) => {
    for (const field of ['url', 'archiveUrl']) {
      const { error } = RECORD_TYPES.sources.input.safeParse({ ...inputs.sources, [field]: url })
      expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
    }
  })
})
