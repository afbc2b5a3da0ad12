import { ServerResponse, IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/lib/platform/database/pool'
import { forgetCounterKey } from '@/lib/platform/rate-limit/counter-key'
import { consume, refund } from '@/lib/platform/rate-limit/rate-limit'
import { isDatabaseMarkedDown, runWithResponse } from '@/lib/platform/request-context/request-context'
import { set } from '@/lib/platform/settings/settings'
import { freePort } from '@/scripts/postgres/launch'
import { testDatabase } from '../database'

const db = await testDatabase()
const limits = [{ who: ['test', 'caller'], tries: 5, minutes: 5 }]

beforeAll(async () => {
  await consume(limits)
  await closePools()
  set('DATABASE_URL', `postgresql://postgres@127.0.0.1:${await freePort()}/nowhere`)
})
afterAll(async () => {
  await closePools()
  set('DATABASE_URL', db.url)
})

test.each<[string, () => Promise<unknown>]>([
  ['count', () => consume(limits)],
  ['give an attempt back', () => refund(limits)],
  ['ask for the key of the day', () => (forgetCounterKey(), consume(limits))],
])('a request whose counters can’t %s without the database is worth a retry', async (_, work) => {
  const res = new ServerResponse(new IncomingMessage(new Socket()))
  await expect(runWithResponse(res, work)).rejects.toThrow()
  expect(isDatabaseMarkedDown(res)).toBe(true)
})
