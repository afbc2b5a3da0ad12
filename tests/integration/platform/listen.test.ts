import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listenForPublished } from '@/lib/platform/database/listen-for-published'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
const onNotification = vi.fn()
const setInvalidationAvailable = vi.fn()
let end = () => Promise.resolve()
beforeAll(async () => {
  await makeWorld()
  end = listenForPublished({ onNotification, setInvalidationAvailable }, 50)
})
afterAll(() => end())

const soon = { timeout: 5_000, interval: 10 }

test('a publication is announced once it can be read', async () => {
  await vi.waitFor(() => expect(setInvalidationAvailable).toHaveBeenLastCalledWith(true), soon)
  await publishOne('labels', ids.label, inputs.labels, 1)
  await vi.waitFor(() => expect(onNotification).toHaveBeenCalledOnce(), soon)
})

test('a lost connection turns invalidation off, and reconnecting turns it on again', async () => {
  setInvalidationAvailable.mockClear()
  await db.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'local-record-listen' AND datname = current_database()`,
  )
  await vi.waitFor(() => expect(setInvalidationAvailable.mock.calls).toEqual([[false], [true]]), soon)
  onNotification.mockClear()
  await publishOne('labels', ids.label, inputs.labels, 2)
  await vi.waitFor(() => expect(onNotification).toHaveBeenCalledOnce(), soon)
})
