import { join } from 'node:path'
import { onShutdown } from '@/scripts/cli/shutdown'
import { DATA } from '@/scripts/paths'
import { createIfMissing, withDatabase } from '@/scripts/postgres/databases'
import { openServer } from '@/scripts/postgres/server'
import { dropDatabase } from '@/scripts/postgres/templates'
import { run } from '@/scripts/cli/child-process'
import { onCopy } from '../copied'
import { startEmpty } from '../empty/start'
import { machine } from '../machine'
import { CACHED } from '../measures/pages'
import { settled } from '@/tests/bench/api-clients'
import { sample } from '../sample'
import { startAgain } from '../servers'
import { writeWebReport } from './report'
import { costs } from './run'

/** How long an empty database takes to get all places and the first content, in seconds. */
async function firstLoad(admin: string): Promise<number> {
  const name = 'bench_first_load'
  await dropDatabase(admin, name)
  onShutdown(() => dropDatabase(admin, name))
  await createIfMissing(admin, name)
  const began = performance.now()
  const env = { DATABASE_URL: withDatabase(admin, name), NODE_ENV: 'production' }
  await run('Loading the first content', 'scripts/run.mjs', ['load'], env)
  const seconds = (performance.now() - began) / 1000
  await dropDatabase(admin, name)
  return seconds
}

/** Takes all measures in the browser, and writes them down. */
export async function runWeb(
  { size, rounds }: { size: number; rounds: number },
  tell: (state: string) => void,
): Promise<string> {
  const server = await openServer({ folder: join(DATA, 'bench'), durable: true })
  onShutdown(server.leave)
  const admin = server.url('postgres')
  tell('the first load')
  const loaded = await firstLoad(admin)
  return onCopy({ admin, size, tell }, async (database) => {
    tell('starting the servers')
    const site = await startAgain(database)
    await settled(site.pid)
    const empty = await startEmpty(`${site.origin}${CACHED}`)
    tell('opening pages')
    const found = await costs(site.origin, empty.origin, await sample(database), rounds)
    for (const one of [empty, site]) await one.stop()
    const starts = {
      'first load of places and content': loaded,
      'npm start once more, until it serves': site.seconds,
    }
    return writeWebReport(found, starts, machine(server.version))
  })
}
