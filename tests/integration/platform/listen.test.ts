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

test('a publication is announced after it is readable', async () => {
  await expect.poll(() => setInvalidationAvailable.mock.lastCall).toEqual([true])
  await publishOne('labels', ids.label, inputs.labels, 1)
  await expect.poll(() => onNotification.mock.calls.length).toBe(1)
})

test('a lost connection turns invalidation off, and reconnecting turns it on again', async () => {
  setInvalidationAvailable.mockClear()
  await db.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'local-record-listen' AND datname = current_database()`,
  )
  await expect.poll(() => setInvalidationAvailable.mock.calls).toEqual([[false], [true]])
  onNotification.mockClear()
  await publishOne('labels', ids.label, inputs.labels, 2)
  await expect.poll(() => onNotification.mock.calls.length).toBe(1)
})
