import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nextToCompare } from '@/lib/features/editing/compare-queries'
import { draftToEdit, recordNames } from '@/lib/features/editing/editing-queries'
import { findRecords } from '@/lib/features/editing/find-records'
import { quotePlaces } from '@/lib/features/editing/quote-places'
import { resolveConflicts } from '@/lib/features/editing/resolve-conflict'
import { quotedSources } from '@/lib/features/editing/source-queries'
import { formPlan } from '@/lib/features/editing/form-plans'
import { rebaseDraft, saveDraft, settleAside, startDraft } from '@/lib/features/editing/commands'
import { captureText } from '@/lib/features/source-capture/capture-source'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Conflict, Forbidden } from '@/lib/platform/errors/errors'
import { differencesBetween, mergeValues } from '@/lib/platform/forms/merge'
import { readForm } from '@/lib/platform/forms/read-form'
import { formOf } from '@/lib/platform/forms/write-form'
import { testDatabase } from '@/tests/integration/database'
import { ids, inputs, makeWorld, publishOne } from '@/tests/integration/world'

const db = await testDatabase()
const one: Actor = { id: 'e1', role: 'editor' }
const other: Actor = { id: 'e2', role: 'editor' }
const { fields } = formPlan('statements', 'en')
const draftId = `statements-${ids.statement}`

beforeAll(makeWorld)
beforeEach(async () => {
  await db.pool.query('DELETE FROM draft')
})

const begin = () => startDraft(one, { type: 'statements', recordId: ids.statement })
const dataNow = async () => (await draftToEdit(draftId, one.id))!.data

describe('a published entry', () => {
  test.each(Object.entries(inputs))('of %s comes back unchanged from its form', (type, data) => {
    const plan = formPlan(type as keyof typeof inputs, 'en').fields
    expect(readForm(plan, formOf(plan, data))).toEqual(JSON.parse(JSON.stringify(data)))
  })
})

describe('two editors of one entry', () => {
  test('overwrite nothing: the later save is set aside with its base until the two are compared', async () => {
    await begin()
    const start = (await dataNow()) as typeof inputs.statements
    await saveDraft(one, { id: draftId, basedOn: 1, data: { ...start, kind: 'announcement' } })
    const { aside } = await saveDraft(other, { id: draftId, basedOn: 1, data: { ...start, channel: 'rally' } })
    expect(aside).not.toBeNull()
    expect(await dataNow()).toMatchObject({ kind: 'announcement', channel: start.channel })

    const draft = (await draftToEdit(draftId, other.id))!
    const waits = (await nextToCompare(draft))!
    expect(waits).toMatchObject({ kind: 'aside', id: aside, byId: 'e2', common: { kind: 'remark' } })
    const found = differencesBetween(fields, { now: draft.data, other: waits.data, common: waits.common })
    expect(found.map(({ path, changed }) => [path, changed])).toEqual([
      ['kind', 'now'],
      ['channel', 'other'],
    ])
    const data = mergeValues(fields, draft.data, waits.data, new Set(['channel']))
    await saveDraft(other, { id: draftId, basedOn: draft.saves, data: data as never })
    await settleAside(other, { id: draftId, aside: aside! })
    expect(await dataNow()).toMatchObject({ kind: 'announcement', channel: 'rally' })
    expect(await nextToCompare((await draftToEdit(draftId, one.id))!)).toBeNull()
  })

  test('cause no conflict when one save is sent twice', async () => {
    await begin()
    const data = { ...(await dataNow()), kind: 'announcement' } as never
    expect(await saveDraft(one, { id: draftId, basedOn: 1, data })).toMatchObject({ save: 2, aside: null })
    expect(await saveDraft(one, { id: draftId, basedOn: 1, data })).toMatchObject({ save: 2, aside: null })
  })

  test('a contributor can change only their own drafts', async () => {
    await begin()
    const contributor: Actor = { id: 'c1', role: 'contributor' }
    const data = (await dataNow()) as never
    await expect(saveDraft(contributor, { id: draftId, basedOn: 1, data })).rejects.toThrow(Forbidden)
  })
})

test('a draft whose record was published meanwhile is compared with it, and then rebased', async () => {
  await begin()
  const start = await dataNow()
  await saveDraft(one, { id: draftId, basedOn: 1, data: { ...start, kind: 'announcement' } as never })
  const kept = await db.pool.query('SELECT * FROM draft')
  await db.pool.query('DELETE FROM draft')
  await publishOne('statements', ids.statement, { ...inputs.statements, channel: 'rally' }, 1)
  await startDraft(one, { type: 'statements', recordId: ids.statement })
  await db.pool.query('UPDATE draft SET base_version = 1, data = $1', [JSON.stringify(kept.rows[0].data)])

  const draft = (await draftToEdit(draftId, one.id))!
  const live = (await nextToCompare(draft))!
  expect(live).toMatchObject({ kind: 'live', id: '2', data: { channel: 'rally' } })
  const found = differencesBetween(fields, { now: draft.data, other: live.data, common: live.common })
  expect(found.map(({ path, changed }) => [path, changed])).toEqual([
    ['kind', 'now'],
    ['channel', 'other'],
  ])
  await expect(rebaseDraft(one, { id: draftId, onto: 1 })).rejects.toThrow(Conflict)
  await rebaseDraft(one, { id: draftId, onto: 2 })
  expect(await nextToCompare((await draftToEdit(draftId, one.id))!)).toBeNull()
})

describe('finding a record while typing', () => {
  const find = (type: string, words: string, more: object = {}) => findRecords({ type, words, lang: 'en', ...more })

  test('tolerates a misspelled name, and shows the role and place of the person', async () => {
    const [first] = await find('officials', 'Anna Pena', { places: [ids.city] })
    expect(first).toMatchObject({ id: ids.chief, label: 'Ana Peña', alike: true, draft: false })
    expect(first!.about).toContain('Police Chief')
  })

  test('finds drafts and published records, and leaves out the record being edited', async () => {
    const { id } = await startDraft(one, { type: 'officials', data: { name: 'Ana Penna' } })
    const found = await find('officials', 'Ana Penna')
    expect(found.map(({ label, draft }) => [label, draft])).toEqual([
      ['Ana Penna', true],
      ['Ana Peña', false],
    ])
    expect(await find('officials', 'Ana Penna', { not: id.slice(-10) })).toHaveLength(1)
  })

  test('finds records without a name by their text, a source by its URL, and nothing for unknown text', async () => {
    expect(await find('policies', 'ordin')).toMatchObject([{ id: ids.policy }])
    expect(await find('statements', 'plans join')).toMatchObject([{ id: ids.statement }])
    expect(await find('sources', inputs.sources.url)).toMatchObject([{ id: ids.source }])
    expect(await find('officials', 'Xyzzy Quux')).toEqual([])
    expect(await find('policies', `'; DROP TABLE draft; -- & | ! ( :*`)).toEqual([])
  })

  test('offers people of the place and the latest records before anything is typed', async () => {
    expect(await find('officials', '', { places: [ids.city] })).toMatchObject([{ id: ids.chief }])
    expect((await find('policies', '')).map(({ id }) => id)).toContain(ids.policy)
  })
})

describe('a source in the admin area', () => {
  test('comes from its draft before its published version, with its captured texts', async () => {
    const text = 'The chief said her officers have “no plans to join any raids,” and went on to other things.'
    const { sha256 } = await captureText(one, { text })
    const data = { ...inputs.sources, title: 'A newer title', captures: [{ sha256, capturedOn: null, note: null }] }
    await startDraft(one, { type: 'sources', recordId: ids.source, data })
    const [source] = await quotedSources([ids.source, 'nothing', ids.source])
    expect(source).toMatchObject({ title: 'A newer title', published: '2025-01-22', texts: [{ text }] })

    const citation = { sourceId: ids.source, exact: '"no plans to join any raids,"', fidelity: 'reported_verbatim' }
    const texts = new Map([[ids.source, [text]]])
    const citing = { citations: [citation] }
    expect(resolveConflicts(citing, {}, quotePlaces(citing, texts)).citations[0]).toMatchObject({
      exact: '“no plans to join any raids,”',
      found: 'found',
    })
  })

  test('recordNames names drafts and published records, and no unknown id', async () => {
    const { id } = await startDraft(one, { type: 'officials', data: { name: 'Somebody New' } })
    const recordId = id.slice(-10)
    const names = await recordNames(
      [
        { type: 'officials', id: recordId },
        { type: 'officials', id: ids.chief },
        { type: 'officials', id: '?Typed words' },
      ],
      'es',
    )
    expect(Object.keys(names).toSorted()).toEqual([`officials/${recordId}`, `officials/${ids.chief}`].toSorted())
    expect(names[`officials/${recordId}`]).toMatchObject({ label: 'Somebody New', draft: true })
  })
})
