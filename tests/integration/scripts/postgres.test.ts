import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATA } from '@/scripts/paths'
import { withConnection } from '@/scripts/postgres/databases'
import { postmaster } from '@/scripts/postgres/postmaster'
import { openServer, type Server } from '@/scripts/postgres/server'

const ask = async (server: Server, sql: string) =>
  withConnection(server.url('postgres'), async (client) => (await client.query(sql)).rows)

describe.sequential('the embedded PostgreSQL', () => {
  let folder: string
  let server: Server

  beforeAll(() => {
    mkdirSync(DATA, { recursive: true })
    folder = mkdtempSync(join(DATA, 'scratch-'))
  })
  afterAll(async () => {
    await server.leave()
    rmSync(folder, { recursive: true })
  })

  test('starts from nothing', async () => {
    server = await openServer({ folder, durable: true })
    const [row] = await ask(
      server,
      `select current_setting('TimeZone') as zone, current_setting('fsync') as fsync,
      current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
      (select datlocale from pg_database where datname = 'postgres') as locale, 'Ä' < 'B' as order`,
    )
    expect(row).toEqual({
      zone: 'UTC',
      fsync: 'on',
      listens: '127.0.0.1',
      sockets: '',
      locale: 'C.UTF-8',
      order: false,
    })
  })

  test('requires its password, which other users of the machine cannot read', async () => {
    const stranger = server.url('postgres').replace(/:[^:@]+@/, ':guess@')
    await expect(withConnection(stranger, (client) => client.query('select 1'))).rejects.toThrow(/password/)
    if (existsSync(join(folder, 'password'))) expect(statSync(join(folder, 'password')).mode & 0o077).toBe(0)
  })

  test('is shared by a second start and stops with its last user', async () => {
    const second = await openServer({ folder, durable: true })
    expect(second.pid).toBe(server.pid)
    await server.leave()
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }])
    server = second
  })

  test('has every acknowledged row after kill -9', async () => {
    await ask(server, 'create table kept (id int)')
    for (let id = 0; id < 20; id++) await ask(server, `insert into kept values (${id})`)
    process.kill(server.pid, 'SIGKILL')
    const killed = server.pid
    server = await openServer({ folder, durable: true })
    expect(server.pid).not.toBe(killed)
    expect(await ask(server, 'select count(*)::int from kept')).toEqual([{ count: 20 }])
  })

  test('restarts with its data after a stop', async () => {
    const stopped = server.pid
    await server.leave()
    expect(() => process.kill(stopped, 0)).toThrow(/ESRCH/)
    server = await openServer({ folder, durable: true })
    expect(await ask(server, 'select count(*)::int from kept')).toEqual([{ count: 20 }])
  })

  test('is started once by concurrent starts', async () => {
    await server.leave()
    const all = await Promise.all([1, 2, 3].map(() => openServer({ folder, durable: true })))
    expect(new Set(all.map(({ pid }) => pid)).size).toBe(1)
    await Promise.all(all.slice(1).map(({ leave }) => leave()))
    await sleep(100)
    server = all[0]!
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

test('the state file of a dead server is ignored', () => {
  expect(postmaster(join(DATA, 'nothing-here'))).toBeNull()
})
