import { join } from 'node:path'
import { onShutdown } from '@/scripts/cli/shutdown'
import { DATA } from '@/scripts/paths'
import { createIfMissing, withDatabase } from '@/scripts/postgres/databases'
import { openServer } from '@/scripts/postgres/server'
import { dropDatabase } from '@/scripts/postgres/templates'
import { run } from '@/scripts/cli/child-process'
import { withDatabaseCopy } from '../database-copy'
import { startEmpty } from '../empty/start'
import { machine } from '../machine'
import { CACHED } from '../measures/pages'
import { waitUntilIdle } from '../api-clients'
import { sample } from '../sample'
import { restartSite } from '../servers'
import { writeWebReport } from './report'
import { costs } from './run'

/** The seconds to load all places and the first content into an empty database. */
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

/** Runs all browser measures and writes the report. */
export async function runWeb(
  { size, rounds }: { size: number; rounds: number },
  reportProgress: (state: string) => void,
): Promise<string> {
  const server = await openServer({ folder: join(DATA, 'bench'), durable: true })
  onShutdown(server.leave)
  const admin = server.url('postgres')
  reportProgress('the first load')
  const loaded = await firstLoad(admin)
  return withDatabaseCopy({ admin, size, reportProgress }, async (database) => {
    reportProgress('starting the servers')
    const site = await restartSite(database)
    await waitUntilIdle(site.pid)
    const empty = await startEmpty(`${site.origin}${CACHED}`)
    reportProgress('opening pages')
    const found = await costs(site.origin, empty.origin, await sample(database), rounds)
    for (const one of [empty, site]) await one.stop()
    const starts = {
      'first load of places and content': loaded,
      'npm start with an existing build, until it serves': site.seconds,
    }
    return writeWebReport(found, starts, machine(server.version))
  })
}
