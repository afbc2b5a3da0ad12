import { setTimeout as sleep } from 'node:timers/promises'
import { ORIGIN } from '@/tests/instances/balancer'
import manifest from '@/package.json' with { type: 'json' }
import { freePort } from '@/scripts/postgres/launch'
import { ask } from './timed-request'
import { type Program, startProgram } from './api-clients'

/** The production build of the site, on a database. */
export async function startSite(databaseUrl: string): Promise<Program> {
  const port = await freePort()
  return startProgram({
    program: process.execPath,
    args: manifest.scripts.start.split(' ').slice(1),
    env: {
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
      SITE_URL: ORIGIN,
      TRUSTED_PROXIES: '127.0.0.1',
      NODE_ENV: 'production',
      JOBS: 'off',
      LOG_LEVEL: 'silent',
      // The README's advice for machines with little memory, which is measured too.
      MALLOC_ARENA_MAX: '1',
      MALLOC_MMAP_THRESHOLD_: '131072',
      MALLOC_TRIM_THRESHOLD_: '131072',
    },
    origin: `http://127.0.0.1:${port}`,
    ready: '/api/health',
  })
}

/** Requests filtered lists until one responds within a second, from the facet index. Returns the seconds. */
export async function waitForFacetIndex({ origin }: Program, filters: readonly string[]): Promise<number> {
  const began = performance.now()
  for (const query of filters.slice(0, 300)) {
    const { status, ms } = await ask(`${origin}/statements?${query}`)
    if (status === 200 && ms < 1_000) return (performance.now() - began) / 1000
    await sleep(1_000)
  }
  throw new Error('Lists with filters are not answered from memory.')
}

/** Starts the site again with the existing build. */
export async function restartSite(databaseUrl: string): Promise<Program> {
  await (await startSite(databaseUrl)).stop()
  return startSite(databaseUrl)
}

export async function startReference(databaseUrl: string): Promise<Program> {
  const port = await freePort()
  return startProgram({
    program: process.execPath,
    args: ['--import', 'tsx', 'tests/bench/reference/server.ts', String(port), databaseUrl],
    env: { NODE_ENV: 'production' },
    origin: `http://127.0.0.1:${port}`,
    ready: '/',
  })
}
