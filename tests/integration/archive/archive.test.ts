import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { requestArchive, retryArchive } from '@/lib/platform/archive/archive-requests'
import { savePageNow } from '@/lib/platform/archive/save-page-now'
import { processArchiveQueue } from '@/lib/platform/archive/archive-job'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'

const db = await testDatabase()
const contributor: Actor = { id: 'c1', role: 'contributor' }

/** The requests that the archive received, and its next responses. */
let asked: string[] = []
let answers: { status?: number; json?: object; text?: string }[] = []

const bodyOf = async (req: IncomingMessage) => {
  let body = ''
  for await (const chunk of req) body += chunk
  return body
}
const server = createServer(async (req, res) => {
  asked.push([req.method, req.url, req.headers.authorization, await bodyOf(req)].filter(Boolean).join(' '))
  const { status = 200, json, text } = answers.shift() ?? { status: 500 }
  res.writeHead(status).end(text ?? JSON.stringify(json ?? {}))
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  set('ARCHIVE_URL', '')
  server.close()
})
beforeEach(async () => {
  asked = []
  answers = []
  set('ARCHIVE_URL', origin)
  await db.pool.query('DELETE FROM archive_request')
})

const URL_ = 'https://paper.example/chief'
const ask = () => requestArchive(contributor, { url: URL_ })
const row = async () => (await db.pool.query('SELECT * FROM archive_request')).rows[0]
/** Makes the requests due and processes them. */
const step = async () => {
  await db.pool.query(`UPDATE archive_request SET next_at = now() - interval '1 second' WHERE next_at IS NOT NULL`)
  await processArchiveQueue()
}
const SENT = { json: { url: URL_, job_id: 'spn2-1' } }

describe('a request', () => {
  test('is sent, polled, and yields the copy', async () => {
    await ask()
    answers = [
      SENT,
      { json: { status: 'pending' } },
      { json: { status: 'success', timestamp: '20261122180000', original_url: URL_ } },
    ]
    await step()
    expect(await row()).toMatchObject({ state: 'sent', job: 'spn2-1', attempts: 1 })
    await step()
    expect(await row()).toMatchObject({ state: 'sent' })
    await step()
    expect(await row()).toMatchObject({
      state: 'archived',
      archive_url: `${origin}/web/20261122180000/${URL_}`,
      next_at: null,
    })
    expect(asked).toEqual([
      `POST /save url=${encodeURIComponent(URL_)}&skip_first_archive=1`,
      'GET /save/status/spn2-1',
      'GET /save/status/spn2-1',
    ])
    await step()
    expect(asked).toHaveLength(3)
  })

  test('is queued once per URL while one is pending', async () => {
    expect(await ask()).toBe(await ask())
    const jobs = await db.pool.query(`SELECT key FROM graphile_worker.jobs WHERE key = 'archive/now'`)
    expect(jobs.rowCount).toBe(1)
  })

  test('is sent once with two servers', async () => {
    await ask()
    answers = [SENT, SENT]
    await Promise.all([processArchiveQueue(), processArchiveQueue()])
    expect(asked).toHaveLength(1)
  })

  test.each([
    [{ status: 500 }, 'sources.archive.status?status=500'],
    [{ status: 429 }, 'sources.archive.tooManyRequests'],
    [{ text: '<html>' }, 'sources.archive.notTaken'],
    [{ json: { message: 'You have already reached the limit.' } }, 'You have already reached the limit.'],
  ])('that is not accepted backs off (%o)', async (answer, error) => {
    await ask()
    answers = [answer, answer]
    await step()
    expect(await row()).toMatchObject({ state: 'waiting', attempts: 1, error })
    const first = (await row()).next_at
    await step()
    const second = (await row()).next_at
    expect(second - first).toBeGreaterThan(200_000)
    await processArchiveQueue()
    expect(asked).toHaveLength(2)
  })

  test('fails after six attempts with the reason and can be retried', async () => {
    const id = await ask()
    for (let tries = 0; tries < 7; tries++) await step()
    expect(asked).toHaveLength(6)
    expect(await row()).toMatchObject({ state: 'failed', attempts: 6, error: expect.stringContaining('500') })
    await retryArchive(contributor, { id })
    answers = [SENT]
    await step()
    expect(await row()).toMatchObject({ state: 'sent', attempts: 1, error: null })
    await expect(retryArchive(contributor, { id })).rejects.toThrow(Conflict)
  })

  test('for a page that the archive excludes fails at once', async () => {
    await ask()
    answers = [SENT, { json: { status: 'error', status_ext: 'error:blocked-url', message: 'This URL is blocked.' } }]
    await step()
    await step()
    expect(await row()).toMatchObject({ state: 'failed', error: 'This URL is blocked.' })
  })

  test('that the archive loses is sent again', async () => {
    await ask()
    answers = [SENT]
    await step()
    await db.pool.query(`UPDATE archive_request SET updated_at = now() - interval '2 hours'`)
    answers = [{ json: { status: 'pending' } }]
    await step()
    expect(await row()).toMatchObject({ state: 'waiting', error: 'sources.archive.notFinished' })
  })

  test('is rejected if no archive is configured or the request is unknown', async () => {
    const id = '0190a000-0000-7000-8000-000000000000'
    await expect(retryArchive(contributor, { id })).rejects.toThrow(NotFound)
    set('ARCHIVE_URL', '')
    await expect(ask()).rejects.toThrow(Conflict)
    await processArchiveQueue()
    expect(asked).toEqual([])
  })
})

test('API keys are sent in the archive’s format, and invalid keys stop the request', async () => {
  const archive = savePageNow({ url: origin, accessKey: 'a', secretKey: 'b', userAgent: 'x' })
  answers = [SENT, { status: 401 }]
  expect(await archive.ask(URL_)).toBe('spn2-1')
  await expect(archive.look('spn2-1')).rejects.toMatchObject({ final: true })
  expect(asked[0]).toContain('LOW a:b')
})

test('an unreachable archive does not crash the job', async () => {
  const away = savePageNow({ url: 'http://127.0.0.1:1', userAgent: 'x' })
  await expect(away.ask(URL_)).rejects.toThrow('sources.archive.noAnswer')
})
