import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { startDraft } from '@/lib/features/editing/commands'
import { aboutPage } from '@/lib/features/suggestions/about-page'
import { type Actor, VISITOR } from '@/lib/platform/commands/permissions'
import { Forbidden, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { newId } from '@/lib/platform/publishing/ids'
import {
  answerSuggestion,
  dismissSuggestion,
  draftSuggestion,
  reopenSuggestion,
  sendSuggestion,
} from '@/lib/features/suggestions/commands'
import { suggestion, suggestionCounts, suggestions, receiptStatus } from '@/lib/features/suggestions/queries'
import { readSuggestionView } from '@/lib/features/suggestions/suggestion'
import { testDatabase } from '@/tests/integration/database'
import { ids, makeWorld } from '@/tests/integration/world'

const db = await testDatabase()
await makeWorld()
beforeEach(() => db.pool.query('DELETE FROM submission'))

const editor: Actor = { id: 'editor-1', role: 'editor' }
const contributor: Actor = { id: 'contributor-1', role: 'contributor' }
const GOOD = {
  kind: 'correction',
  text: 'It was the sixth.',
  url: null,
  path: '/tx/el-paso',
  type: 'jurisdictions',
  recordId: ids.city,
  lang: 'en',
}
const send = async (more: object = {}) => {
  const receipt = newId() + newId()
  const { id } = (await sendSuggestion(VISITOR, { ...GOOD, receipt, ...more })) as { id: string }
  return { id, receipt }
}

describe('a suggestion', () => {
  test('sent twice with one receipt is stored once', async () => {
    const { id, receipt } = await send()
    expect(await sendSuggestion(VISITOR, { ...GOOD, receipt })).toEqual({ id, isNew: false })
    expect((await db.pool.query('SELECT 1 FROM submission')).rows).toHaveLength(1)
  })
  test('stores nothing about its sender, and its receipt only as a hash', async () => {
    const { receipt } = await send()
    const { rows } = await db.pool.query('SELECT * FROM submission')
    expect(JSON.stringify(rows)).not.toContain(receipt)
    expect(Object.keys(rows[0]).filter((name) => /^ip|address|agent|mail|name/.test(name))).toEqual([])
    const { rows: lines } = await db.pool.query(`SELECT by_id, detail FROM change WHERE command = 'suggestions.send'`)
    expect(lines.at(-1)).toEqual({ by_id: 'visitor', detail: { suggestion: rows[0].id } })
  })
  test('round-trips any text', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 10, maxLength: 200 }), async (text) => {
        const sent = await send({ text }).catch((error: unknown) => error)
        if (sent instanceof Invalid) return
        expect((await suggestion((sent as { id: string }).id))!.text).toBe(text.trim())
      }),
      { numRuns: 40 },
    ))
  test('is rejected with markup, four links, an invalid URL, or no text', async () => {
    for (const more of [
      { text: 'see <a href="x">this</a> please' },
      { text: 'http://a.example http://b.example www.c.example https://d.example' },
      { url: 'javascript:alert(1)' },
      { url: 'ftp://files.example/' },
      { text: 'short' },
      { text: 'with a null \0 character' },
      { kind: 'praise' },
      { path: '//evil.example' },
    ])
      await expect(send(more)).rejects.toThrow(Invalid)
  })
  test('can be submitted by readers only and answered by editors only', async () => {
    const { id } = await send()
    await expect(sendSuggestion(editor, { ...GOOD, receipt: newId() + newId() })).rejects.toThrow(Forbidden)
    for (const run of [answerSuggestion, dismissSuggestion, reopenSuggestion, draftSuggestion])
      for (const actor of [VISITOR, contributor]) await expect(run(actor, { id })).rejects.toThrow(Forbidden)
  })
})

describe('the holder of a receipt', () => {
  test('sees the state and the answer, but not the editor or the internal reason', async () => {
    const { id, receipt } = await send()
    expect(await receiptStatus(receipt)).toMatchObject({ state: 'new', answer: null })
    await answerSuggestion(editor, { id, answer: 'Corrected, thank you.' })
    expect(await receiptStatus(receipt)).toMatchObject({ state: 'answered', answer: 'Corrected, thank you.' })
    await reopenSuggestion(editor, { id })
    expect(await receiptStatus(receipt)).toMatchObject({ state: 'new', answer: null, answeredAt: null })
    await dismissSuggestion(editor, { id, reason: 'Said by a private person', answer: null })
    const told = await receiptStatus(receipt)
    expect(told).toMatchObject({ state: 'dismissed', answer: null })
    expect(JSON.stringify(told)).not.toMatch(/private person|editor-1|It was the sixth/)
  })
  test('needs the exact receipt: any other value returns nothing', async () => {
    await send()
    for (const wrong of ['', 'x', newId() + newId(), `${newId()}${newId()}'--`])
      expect(await receiptStatus(wrong)).toBeNull()
  })
})

test('a draft and its suggestion reference each other', async () => {
  const { id } = await send({ url: 'https://paper.example/new' })
  const given = { type: 'sources', data: { url: 'https://paper.example/new' }, origin: { submission: id } }
  const draft = (await startDraft(editor, given)) as { id: string }
  await draftSuggestion(editor, { id, draftId: draft.id })
  expect(await suggestion(id)).toMatchObject({ state: 'drafted', draftId: draft.id })
  const { rows } = await db.pool.query('SELECT origin FROM draft WHERE id = $1', [draft.id])
  expect(rows).toEqual([{ origin: { submission: id } }])
  await expect(draftSuggestion(editor, { id, draftId: 'sources-0000000000' })).rejects.toThrow(NotFound)
})

test('the list’s counts match its views, and its pages contain each suggestion once', async () => {
  for (let at = 0; at < 60; at++) {
    const { id } = await send({ kind: at % 2 ? 'source' : 'correction', text: `Suggestion number ${at}.` })
    if (at % 5 === 0) await answerSuggestion(editor, { id, answer: 'Thank you.' })
  }
  const counts = await suggestionCounts()
  expect(counts).toMatchObject({ open: 48, answered: 12, all: 60 })
  const seen: string[] = []
  let before: string | null = null
  do {
    const page = await suggestions({ view: 'all', kind: null, before })
    seen.push(...page.rows.map(({ id }) => id))
    before = page.next
  } while (before)
  expect(new Set(seen).size).toBe(60)
  expect(seen).toHaveLength(60)
  const sources = await suggestions(readSuggestionView({ state: 'open', kind: 'source' }))
  expect(sources.rows.every(({ kind, state }) => kind === 'source' && state === 'new')).toBe(true)
  expect(readSuggestionView({ state: 'nonsense', kind: ['a'], before: "'" })).toEqual({
    view: 'open',
    kind: null,
    before: null,
  })
})

test('the page that it is about is found by its path, in any language and form', async () => {
  for (const path of ['/tx/el-paso', '/es/tx/el-paso', '/tx/el-paso?version=1'])
    expect(await aboutPage(path, 'en')).toMatchObject({
      path: '/tx/el-paso',
      type: 'jurisdictions',
      recordId: ids.city,
    })
  expect(await aboutPage(`/statements/${ids.statement}-an-old-name`, 'en')).toMatchObject({
    type: 'statements',
    recordId: ids.statement,
  })
  expect(await aboutPage('/about/methodology', 'es')).toEqual({
    path: '/about/methodology',
    type: null,
    recordId: null,
    title: null,
  })
  for (const path of ['', '//evil.example', 'https://evil.example', '/"><script>', `/${'a'.repeat(500)}`])
    expect(await aboutPage(path, 'en')).toMatchObject({ path: '/', type: null })
})
