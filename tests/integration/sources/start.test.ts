import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { publishDrafts } from '@/lib/features/editing/commands'
import { captureText, startFromLink, startFromText } from '@/lib/features/source-capture/capture-source'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Invalid } from '@/lib/platform/errors/errors'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
const contributor: Actor = { id: 'c1', role: 'contributor' }

const words = 'The council met for three hours, heard forty people and took no vote before it went home. '
const page = `<html lang="en"><head><meta property="og:site_name" content="The Post"><title>Council meets</title>
  <meta property="article:published_time" content="2025-01-29T16:31:39-05:00"></head><body><article><h1>Council meets</h1>
  <p>${words.repeat(3)}</p><p>“We won’t join any raids,” Mayor Luz Ortega said.</p><p>${words.repeat(3)}</p></article></body></html>`

const server = createServer((req, res) => {
  if (req.url!.startsWith('/article')) res.writeHead(200, { 'content-type': 'text/html' }).end(page)
  else if (req.url === '/short') res.writeHead(302, { location: '/article' }).end()
  else if (req.url === '/memo.pdf') res.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF')
  else if (req.url === '/empty') res.writeHead(200, { 'content-type': 'text/html' }).end('<title>Only a frame</title>')
  else res.writeHead(404).end()
})
let origin = ''
beforeAll(async () => {
  await makeWorld()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  set('FETCH_ALLOWED_ORIGINS', origin)
})
afterAll(() => {
  set('FETCH_ALLOWED_ORIGINS', '')
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  await db.pool.query('DELETE FROM draft')
  await db.pool.query('DELETE FROM link_check')
})

const draftOf = async (id: string | null) =>
  (await db.pool.query('SELECT data, title FROM draft WHERE id = $1', [id])).rows[0]
const textOf = async (sha256: string | null) =>
  (await db.pool.query('SELECT * FROM captured_text WHERE sha256 = $1', [sha256])).rows[0]

describe('a link', () => {
  test('becomes a draft with the page’s metadata and its captured text', async () => {
    const started = await startFromLink(contributor, { url: `${origin}/article?utm_source=x` })
    expect(started).toMatchObject({ known: false, failure: null })
    const { data, title } = await draftOf(started.draftId)
    expect(title).toBe('Council meets')
    expect(data).toMatchObject({
      title: 'Council meets',
      outlet: 'The Post',
      url: `${origin}/article?utm_source=x`,
      published: { edtf: '2025-01-29' },
      captures: [{ sha256: started.sha256, note: null }],
    })
    expect(data).not.toHaveProperty('kind')
    expect(await textOf(started.sha256)).toMatchObject({
      method: 'fetched',
      text: expect.stringContaining('“We won’t join any raids,” Mayor Luz Ortega said.'),
      final_url: `${origin}/article?utm_source=x`,
      by_id: 'c1',
    })
  })

  test('that differs only in tracking parameters, or redirects there, is the same source', async () => {
    const first = await startFromLink(contributor, { url: `${origin}/article?utm_source=x` })
    for (const url of [`${origin}/article#top`, `${origin}/article/?fbclid=1`, `${origin}/short`])
      expect(await startFromLink(contributor, { url })).toMatchObject({ known: true, draftId: first.draftId })
  })

  test('of a published source leads to it without a network request', async () => {
    const url = 'https://paper.example/chief?utm_campaign=y'
    expect(await startFromLink(contributor, { url })).toEqual({
      known: true,
      sourceId: ids.source,
      draftId: null,
      sha256: null,
      failure: null,
    })
  })

  test.each([
    ['/gone', { code: 'status', detail: '404' }, 'missing'],
    ['/memo.pdf', { code: 'pdf', detail: 'application/pdf' }, 'works'],
    ['/empty', { code: 'no_text' }, 'works'],
  ])('that cannot be read (%s) still becomes a draft, with the reason', async (path, failure, outcome) => {
    const started = await startFromLink(contributor, { url: `${origin}${path}` })
    expect(started).toMatchObject({ known: false, failure, sha256: null })
    expect((await draftOf(started.draftId)).data).toMatchObject({ url: `${origin}${path}`, captures: [] })
    const { rows } = await db.pool.query('SELECT outcome FROM link_check WHERE source_id = $1', [started.sourceId])
    expect(rows).toEqual([{ outcome }])
  })

  test.each(['http://127.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/latest', 'http://2130706433/'])(
    'into a private network (%s) is rejected and creates no draft',
    async (url) => {
      const failed = await startFromLink(contributor, { url }).catch((error: unknown) => error)
      expect(failed).toMatchObject({ issues: { url: ['sources.wrong.private'] } })
      expect((await db.pool.query('SELECT FROM draft')).rowCount).toBe(0)
    },
  )

  test('that is invalid is rejected', async () => {
    for (const url of ['ftp://paper.example', 'paper', ''])
      await expect(startFromLink(contributor, { url })).rejects.toThrow(Invalid)
  })

  test('submitted twice concurrently creates one draft', async () => {
    const both = await Promise.all([1, 2, 3].map(() => startFromLink(contributor, { url: `${origin}/article` })))
    expect(new Set(both.map(({ draftId }) => draftId)).size).toBe(1)
  })
})

describe('a text', () => {
  test('becomes a draft with its known metadata', async () => {
    const about = { url: 'https://post.example/a', title: 'A story', outlet: 'The Post', published: '2025-01-29' }
    const started = await startFromText(contributor, { text: 'One.\r\n\r\n“Two.”  \r\n', ...about })
    expect((await draftOf(started.draftId)).data).toMatchObject({ title: 'A story', published: { edtf: '2025-01-29' } })
    expect(await textOf(started.sha256)).toMatchObject({ method: 'pasted', text: 'One.\n\n“Two.”' })
    expect(await startFromText(contributor, { text: 'One.\n\n“Two.”' })).toMatchObject({
      known: true,
      draftId: started.draftId,
    })
  })

  test('is stored once, whoever submits it', async () => {
    const one = await captureText(contributor, { text: 'The same words.' })
    expect(await captureText({ id: 'e', role: 'editor' }, { text: 'The same words.\n' })).toEqual(one)
    expect(await textOf(one.sha256)).toMatchObject({ by_id: 'c1' })
  })

  test('that a source references by hash is stored verbatim', async () => {
    const text = 'Kept  \n\n\n\nas it was.\n'
    const { hashOf } = await import('@/lib/records/sources/captured-text')
    const captures = [{ sha256: hashOf(text), capturedOn: null, note: null }]
    await publishOne('sources', ids.source, { ...inputs.sources, captures }, 1)
    const started = await startFromText(contributor, { text: text.replaceAll('\n', '\r\n') })
    expect(started).toMatchObject({ known: true, sourceId: ids.source, sha256: hashOf(text) })
  })

  test('without words is rejected', async () => {
    await expect(startFromText(contributor, { text: ' \n\0' })).rejects.toThrow(Invalid)
  })
})

describe('the quote of an entry', () => {
  const citation = { ...inputs.statements.variants[0]!.citation }
  const statement = (more: object) => ({
    ...inputs.statements,
    variants: [{ ...inputs.statements.variants[0], citation: { ...citation, ...more } }],
  })
  const held = async () => {
    const { sha256 } = await captureText(contributor, { text: `Said on Monday. ${citation.exact} More.` })
    await publishOne(
      'sources',
      ids.source,
      { ...inputs.sources, captures: [{ sha256, capturedOn: null, note: null }] },
      2,
    )
  }

  test('cannot be published if the captured text does not contain it', async () => {
    await held()
    const exact = citation.exact.replace('any raids', 'all raids')
    const passages = ['no plans to join all raids,']
    const wrong = { ...statement({ exact }), positions: [] }
    wrong.variants[0] = { ...wrong.variants[0]!, passages } as never
    const failed = await publishOne('statements', ids.statement, wrong, 1).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(Invalid)
    expect(Object.keys((failed as Invalid).issues)).toEqual([`statements/${ids.statement}: variants.0.citation.exact`])
    await db.pool.query('DELETE FROM draft')
    await publishOne('statements', ids.statement, statement({ exact: citation.exact.replace(/[“”]/g, '"') }), 1)
  })

  test('can be published if it is marked as not found or as a paraphrase', async () => {
    const paraphrase = { exact: 'Other words altogether.', fidelity: 'paraphrase', found: 'not_checked' }
    const data = { ...statement(paraphrase), positions: [] }
    data.variants[0] = { ...data.variants[0]!, passages: [] } as never
    await publishOne('statements', ids.statement, data, 2)
    expect(publishDrafts.permission).toBe('record:publish')
  })
})
