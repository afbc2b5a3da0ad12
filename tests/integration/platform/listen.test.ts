import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listenForPublished } from '@/lib/platform/database/listen-for-published'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
const heard = vi.fn()
const setDeaf = vi.fn()
let end = () => Promise.resolve()
beforeAll(async () => {
  await makeWorld()
  end = listenForPublished({ heard, setDeaf }, 50)
})
afterAll(() => end())

const soon = { timeout: 5_000, interval: 10 }

test('what is published is heard, once it can be read', async () => {
  await vi.waitFor(() => expect(setDeaf).toHaveBeenLastCalledWith(false), soon)
  await publishOne('labels', ids.label, inputs.labels, 1)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce(), soon)
})

test('when the connection is lost it says so, and hears again by itself', async () => {
  setDeaf.mockClear()
  await db.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'local-record-listen' AND datname = current_database()`,
  )
  await vi.waitFor(() => expect(setDeaf.mock.calls).toEqual([[true], [false]]), soon)
  heard.mockClear()
  await publishOne('labels', ids.label, inputs.labels, 2)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce(), soon)
})
