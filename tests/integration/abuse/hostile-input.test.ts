import { beforeAll, describe, expect, test } from 'vitest'
import { formPlan } from '@/lib/features/editing/form-plans'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { COMMANDS } from '@/lib/features/commands'
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

/** The paths of the form's text fields that the input left empty. */
const unfilled = (field: Field, value: unknown, text: string, path: string): string[] => {
  const child = (name: string) => (value as Record<string, unknown> | null)?.[name]
  const hasText = (one: unknown) => typeof one === 'string' && one.includes(text)
  switch (field.kind) {
    case 'text':
      return hasText(value) || String(value).startsWith('https://') ? [] : [path]
    case 'lines':
      return hasText((value as unknown[])[0]) ? [] : [path]
    case 'bilingual':
      return hasText(child('en')) && hasText(child('es')) ? [] : [path]
    case 'inexact-date':
      return hasText(child('asWritten')) || value === null ? [] : [path]
    case 'group':
      return field.fields.flatMap((one) => unfilled(one, child(one.name), text, `${path}.${one.name}`))
    case 'list':
      return (value as unknown[]).flatMap((one) => unfilled(field.item, one, text, path))
    default:
      return []
  }
}

test('every text field of every record type accepts hostile text, and the record is published', async () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    const all = hostileInputs(name, text, ids.city)
    const drafts = all.map(([type, data]) => draft(type as RecordTypeName, hostileId(type, name), data))
    await publishDrafts(SYSTEM, { draftIds: await saveDrafts(SYSTEM, { drafts }) })
    const empty = all.flatMap(([type, data]) =>
      formPlan(type as RecordTypeName, 'en').fields.flatMap((one) =>
        unfilled(one, (data as Record<string, unknown>)[one.name], text, `${type}.${one.name}`),
      ),
    )
    // A hash and an id accept no free text.
    expect(empty).toEqual(['sources.captures.sha256', 'officials.bioguide'])
  }
  console.log(
    `${Object.keys(HOSTILE).length} kinds of hostile text in every field of ${hostileInputs('', '', '').length} types`,
  )
})

describe.each(Object.entries(UNKEPT))('a text with a forbidden character (%s)', (_, text) => {
  test.each(Object.keys(inputs))('is rejected in %s with the path of its field, and nothing changes', async (type) => {
    const before = await rows()
    const data = { ...inputs[type as keyof typeof inputs], note: { en: text } }
    const saving = saveDrafts(SYSTEM, { drafts: [draft(type as RecordTypeName, 'aaaaaaaaaa', data)] })
    await expect(saving).rejects.toThrow(Invalid)
    await saving.catch(({ issues }: Invalid) => expect(Object.keys(issues)).toEqual(['drafts.0.data.note.en']))
    expect(await rows()).toEqual(before)
  })

  test('is rejected by every command', async () => {
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

describe('a URL that is not http or https', () => {
  const ADDRESSES = [
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', '\tjavascript:alert(1)', 'java\nscript:alert(1)', 'vbscript:x'],
    ...['data:text/html,<script>alert(1)</script>', 'file:///etc/passwd', 'blob:https://a.example/x', '//a.example/x'],
    ...['http:', 'mailto:a@b.example', 'ftp://a.example/', 'about:blank', 'view-source:https://a.example'],
  ]
  test.each(ADDRESSES)('%j is rejected as the URL and as the archive URL of a source', (url) => {
    for (const field of ['url', 'archiveUrl']) {
      const { error } = RECORD_TYPES.sources.input.safeParse({ ...inputs.sources, [field]: url })
      expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
    }
  })
})
