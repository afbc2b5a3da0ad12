import { withDatabaseCopy } from './database-copy'
import { startEmpty } from './empty/start'
import type { Pace } from './load'
import type { Bench, Measure, Reading } from './measure'
import { CACHED } from './measures/pages'
import { startNginx } from './nginx'
import { sample } from './sample'
import { waitUntilIdle } from './api-clients'
import { waitForFacetIndex, restartSite, startReference } from './servers'

type Run = { admin: string; size: number; pace: Pace; reportProgress: (state: string) => void }

/** A failed measure does not stop the others. */
const failed =
  ({ name }: Measure) =>
  (error: Error): Reading[] => {
    console.error(`\n${name} could not be measured:`, error)
    return [{ id: name, what: `${name} could not be measured: ${error.message}`, unit: 'count', value: Number.NaN }]
  }

/** Starts the servers on a database, runs the measures, and stops the servers. */
export const runSize = ({ admin, size, pace, reportProgress }: Run, measures: readonly Measure[]): Promise<Reading[]> =>
  withDatabaseCopy({ admin, size, reportProgress }, async (database) => {
    reportProgress('starting the servers')
    const site = await restartSite(database)
    const samples = await sample(database)
    const seconds = site.seconds + (await waitForFacetIndex(site, samples.filters))
    await waitUntilIdle(site.pid)
    const reference = await startReference(database)
    const empty = await startEmpty(`${site.origin}${CACHED}`)
    const nginx = await startNginx(`${site.origin}${CACHED}`)
    const servers = { site, reference, empty, nginx }
    const bench: Bench = { size, database, pace, reportProgress, ...servers, sample: samples }
    const readings: Reading[] = [
      { id: 'start again', what: 'npm start with an existing build, until it serves', unit: 's', value: site.seconds },
      {
        id: 'start lists',
        what: 'npm start, until a filtered list responds within a second',
        unit: 's',
        value: seconds,
      },
    ]
    for (const measure of measures) readings.push(...(await measure.run(bench).catch(failed(measure))))
    for (const one of [nginx, empty, reference, site]) await one?.stop()
    return readings
  })
