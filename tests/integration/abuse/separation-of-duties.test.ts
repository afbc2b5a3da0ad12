import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergeRecordValues } from '@/lib/features/merging/merge-values'
import { beginImport, correctImport } from '@/lib/features/imports/commands'
import { mergeRecords } from '@/lib/features/merging/commands'
import { publishDrafts, saveDrafts } from '@/lib/features/editing/commands'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Conflict, Forbidden } from '@/lib/platform/errors/errors'
import { sql } from '@/lib/platform/database/sql'
import { changePolicy } from '@/lib/platform/site-policy/site-policy'
import { testDatabase } from '../database'
import { DUPLICATE, makeDuplicateOfficial } from '../faults/duplicate-official'
import { EDITOR, csv, preview } from '../imports/importing'
import { draft, ids, inputs, makeWorld } from '../world'

await testDatabase()
const colleague: Actor = { id: 'colleague', role: 'editor' }
const administrator: Actor = { id: 'administrator', role: 'administrator' }
const policy = (publishOwn: boolean) => changePolicy(administrator, { publishOwn, timeZone: 'America/New_York' })

beforeAll(async () => {
  await makeWorld()
  await makeDuplicateOfficial()
  await policy(false)
})
afterAll(() => policy(true))

const versions = async (): Promise<number> =>
  Number((await sql`SELECT count(*) FROM revision`.rows<{ count: string }>())[0]!.count)

// A policy that requires a second person applies to every way of publishing.

test('an author cannot publish their own draft, not even as an administrator', async () => {
  const before = await versions()
  for (const actor of [EDITOR, administrator]) {
    const draftIds = await saveDrafts(actor, {
      drafts: [draft('labels', ids.label, { ...inputs.labels, words: actor.id }, 1)],
    })
    await expect(publishDrafts(actor, { draftIds })).rejects.toThrow(Forbidden)
  }
  expect(await versions()).toBe(before)
})

test('an import cannot be started by the person who uploaded it or corrected it last', async () => {
  const rows = [
    ['name', 'kind', 'jurisdiction', 'jurisdiction_state'],
    ['A council', 'Council', 'El Paso', 'TX'],
  ]
  const id = await preview('type-organizations', csv(...rows))
  await expect(beginImport(EDITOR, { id })).rejects.toThrow(Conflict)
  await correctImport(administrator, { id, row: 2, column: 'name', value: 'Another council' })
  await expect(beginImport(administrator, { id })).rejects.toThrow(Conflict)
})

test('a merge cannot bring in text that neither record has', async () => {
  const dataOf = async (id: string) =>
    (
      await sql`SELECT version, data FROM revision WHERE record_id = ${id} ORDER BY version DESC LIMIT 1`.rows<{
        version: number
        data: Record<string, unknown>
      }>()
    )[0]!
  const [duplicate, target] = [await dataOf(DUPLICATE), await dataOf(ids.chief)]
  const pair = { from: DUPLICATE, into: ids.chief }
  const both = mergeRecordValues('officials', target.data, duplicate.data, pair)
  const merge = (data: object) =>
    mergeRecords(colleague, {
      ...pair,
      type: 'officials',
      data,
      reason: { en: 'One person.', es: 'Una persona.' },
      versions: { from: duplicate.version, into: target.version },
    })
  await expect(merge({ ...both, name: 'Words of my own' })).rejects.toThrow(Conflict)
  await expect(merge(both)).resolves.toMatchObject({ changed: expect.any(Array) })
})
