import { closePools } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings'
import { atEnd } from '@/scripts/ending'
import { withDatabase } from '@/scripts/postgres/databases'
import { copy, drop } from '@/scripts/postgres/templates'
import { dataset } from './dataset/database'
import { startEmpty } from './empty/start'
import type { Pace } from './load'
import type { Bench, Measure, Reading } from './measure'
import { CACHED } from './measures/pages'
import { startNginx } from './nginx'
import { makeReference } from './reference/schema'
import { sample } from './sample'
import { startReference, startSite } from './servers'

/** Starts everything on a copy of a data set, takes the measures, and ends it again. */
export async function runSize(
  { admin, size, pace }: { admin: string; size: number; pace: Pace },
  measures: readonly Measure[],
  tell: (state: string) => void,
): Promise<Reading[]> {
  const kept = await dataset(admin, size, tell)
  tell('the tables of the reference')
  await makeReference(kept)
  tell('a copy of the data set')
  const name = `bench_run_${size}`
  await drop(admin, name)
  atEnd(() => drop(admin, name))
  await copy(admin, new URL(kept).pathname.slice(1), name)
  const database = withDatabase(admin, name)
  set('DATABASE_URL', database)
  tell('starting the servers')
  await startSite(database).then(({ stop }) => stop()) // it is built now
  const site = await startSite(database)
  const reference = await startReference(database)
  const empty = await startEmpty(`${site.origin}${CACHED}`)
  const nginx = await startNginx(`${site.origin}${CACHED}`)
  const bench: Bench = { size, database, pace, site, reference, empty, nginx, sample: await sample(database), tell }
  const readings: Reading[] = [
    { id: 'start again', what: 'npm start once more, until it serves', unit: 's', value: site.seconds },
  ]
  for (const measure of measures) readings.push(...(await measure.run(bench)))
  for (const one of [nginx, empty, reference, site]) await one?.stop()
  await closePools()
  await drop(admin, name)
  return readings
}
