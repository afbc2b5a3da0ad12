import { startEmpty } from './empty/start'
import type { Pace } from './load'
import type { Bench, Measure, Reading } from './measure'
import { CACHED } from './measures/pages'
import { startNginx } from './nginx'
import { makeReference } from './reference/schema'
import { sample } from './sample'
import { startReference, startSite } from './servers'

/** Starts everything on one data set, takes the measures, and ends it again. */
export async function runSize(
  { size, database, pace }: Pick<Bench, 'size' | 'database' | 'pace'>,
  measures: readonly Measure[],
  tell: (state: string) => void,
): Promise<Reading[]> {
  tell('the tables of the reference')
  await makeReference(database)
  tell('starting the servers')
  const site = await startSite(database)
  const reference = await startReference(database)
  const empty = await startEmpty(`${site.origin}${CACHED}`)
  const nginx = await startNginx(`${site.origin}${CACHED}`)
  const bench: Bench = { size, database, pace, site, reference, empty, nginx, sample: await sample(database), tell }
  const readings: Reading[] = []
  for (const measure of measures) readings.push(...(await measure.run(bench)))
  for (const one of [nginx, empty, reference, site]) await one?.stop()
  return readings
}

export type { Pace }
