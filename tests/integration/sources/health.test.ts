import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkDueLinks, checkLink } from '@/lib/features/source-health/check-links'
import { captureAgain, captureAgainFromText } from '@/lib/features/source-capture/recapture'
import { takeArchivedCopy } from '@/lib/features/source-capture/take-archived-copy'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Conflict, Forbidden, NotFound } from '@/lib/platform/errors/errors'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'
import { SENTENCE, ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
const editor: Actor = { id: 'e1', role: 'editor' }
const contributor: Actor = { id: 'c1', role: 'contributor' }

const filler = 'The council met for three hours, heard forty people and took no vote before it went home. '.repeat(4)
const article = (words: string) =>
  `<html><head><title>Chief speaks</title></head><body><article><h1>Chief speaks</h1><p>${words}</p><p>${filler}</p></article></body></html>`

let answer: { status: number; body?: string; location?: string } = { status: 200 }
let asked = 0
const server = createServer((req, res) => {
  asked++
  const location = req.url === '/chief' ? answer.location : undefined
  res.writeHead(location ? 302 : answer.status, { 'content-type': 'text/html', ...(location && { location }) })
  res.end(answer.body)
})
let origin = ''
beforeAll(async () => {
  await makeWorld()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  set('FETCH_ALLOWED_ORIGINS', origin)
  await publishOne('sources', ids.source, { ...inputs.sources, url: `${origin}/chief` }, 1)
})
afterAll(() => {
  set('FETCH_ALLOWED_ORIGINS', '')
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  asked = 0
  answer = { status: 200, body: article(SENTENCE) }
  for (const table of ['link_check', 'quote_check', 'draft', 'archive_request'])
    await db.pool.query(`DELETE FROM ${table}`)
})

const rows = async (table: string) => (await db.pool.query(`SELECT * FROM ${table} ORDER BY 1`)).rows

describe('a link', () => {
  test.each([
    [{ status: 200 }, 'works', 200],
    [{ status: 404 }, 'missing', 404],
    [{ status: 410 }, 'missing', 410],
    [{ status: 403 }, 'refused', 403],
    [{ status: 429 }, 'refused', 429],
    [{ status: 503 }, 'unreachable', 503],
    [{ status: 200, location: '/elsewhere' }, 'moved', 200],
    [{ status: 200, location: '/chief/?utm_source=x' }, 'works', 200],
  ])('that returns %o is recorded as such', async (given, outcome, status) => {
    answer = given
    expect(await checkLink(editor, { id: ids.source })).toMatchObject({ outcome, status })
    expect(await rows('link_check')).toMatchObject([{ source_id: ids.source, outcome, status }])
  })

  test('is not checked by a user without permission or without a URL', async () => {
    await expect(checkLink(contributor, { id: ids.source })).rejects.toThrow(Forbidden)
    await expect(checkLink(editor, { id: 'nosuchid00' })).rejects.toThrow(NotFound)
    expect(asked).toBe(0)
  })

  test('is checked in the background weekly, and a day after a failure', async () => {
    await checkDueLinks()
    await checkDueLinks()
    expect(await rows('link_check')).toMatchObject([{ outcome: 'works' }])
    await db.pool.query(`UPDATE link_check SET at = now() - interval '2 days'`)
    await checkDueLinks()
    expect(asked).toBe(1)
    await db.pool.query(`UPDATE link_check SET outcome = 'unreachable'`)
    await checkDueLinks()
    await db.pool.query(`UPDATE link_check SET at = now() - interval '8 days'`)
    await checkDueLinks()
    expect(asked).toBe(3)
  })
})

describe('recapturing a text', () => {
  test('stores the text for the source’s draft and finds its quotes', async () => {
    const done = await captureAgain(editor, { id: ids.source })
    expect(done).toMatchObject({ isNew: true, failure: null, quotes: { missing: 0 } })
    const checked = new Set((await rows('quote_check')).map((one) => `${one.type} ${one.found}`))
    expect([...checked].toSorted()).toEqual(
      ['federal-actions', 'labels', 'officials', 'policies', 'stances', 'statements'].map((type) => `${type} true`),
    )
    const [draft] = await rows('draft')
    expect(draft).toMatchObject({ id: done.draftId, base_version: 2 })
    expect(draft.data.captures).toHaveLength(2)
    expect(await captureAgain(editor, { id: ids.source })).toMatchObject({ isNew: false, sha256: done.sha256 })
    expect((await rows('draft'))[0].data.captures).toHaveLength(2)
  })

  test('reports which quotes are missing', async () => {
    answer = { status: 200, body: article(SENTENCE.replace('any raids', 'some raids')) }
    const { quotes } = await captureAgain(editor, { id: ids.source })
    expect(quotes.missing).toBeGreaterThan(0)
    const gone = (await rows('quote_check')).filter((one) => !one.found).map((one) => one.type)
    expect(new Set(gone)).toContain('statements')
    expect(gone).not.toContain('officials')
  })

  test('of a missing page reports that and records the link’s status', async () => {
    answer = { status: 404 }
    expect(await captureAgain(editor, { id: ids.source })).toMatchObject({
      failure: { code: 'status', detail: '404' },
      draftId: null,
    })
    expect(await rows('link_check')).toMatchObject([{ outcome: 'missing' }])
    expect(await rows('draft')).toEqual([])
  })

  test('works from a pasted text', async () => {
    const done = await captureAgainFromText(editor, { id: ids.source, text: `${SENTENCE} And more.` })
    expect(done).toMatchObject({ isNew: true, quotes: { missing: 0 } })
    expect(asked).toBe(0)
  })
})

test('an archived copy is added to the source’s draft', async () => {
  const insert = (archiveUrl: string | null) =>
    db.pool.query(
      `INSERT INTO archive_request (id, url, source_id, by_id, archive_url, state) VALUES (gen_random_uuid(), 'https://x.example', $1, 'e1', $2, $3) RETURNING id`,
      [ids.source, archiveUrl, archiveUrl ? 'archived' : 'waiting'],
    )
  const waiting = (await insert(null)).rows[0].id
  await expect(takeArchivedCopy(editor, { request: waiting })).rejects.toThrow(Conflict)
  const url = 'https://web.archive.org/web/2025/https://x.example'
  const { id } = (await insert(url)).rows[0]
  expect(await takeArchivedCopy(editor, { request: id })).toMatchObject({ changed: true })
  expect(await takeArchivedCopy(editor, { request: id })).toMatchObject({ changed: false })
  expect((await rows('draft'))[0].data.archiveUrl).toBe(url)
})
