import { onCopy } from './copied'
import { startEmpty } from './empty/start'
import type { Pace } from './load'
import type { Bench, Measure, Reading } from './measure'
import { CACHED } from './measures/pages'
import { startNginx } from './nginx'
import { sample } from './sample'
import { settled } from './api-clients'
import { readIntoMemory, startAgain, startReference } from './servers'

type Run = { admin: string; size: number; pace: Pace; tell: (state: string) => void }

/** One measure that fails takes nothing away from the others. */
const failed =
  ({ name }: Measure) =>
  (error: Error): Reading[] => {
    console.error(`\n${name} could not be measured:`, error)
    return [{ id: name, what: `${name} could not be measured: ${error.message}`, unit: 'count', value: Number.NaN }]
  }

/** Starts everything on a data set, takes the measures, and ends it again. */
export const runSize = ({ admin, size, pace, tell }: Run, measures: readonly Measure[]): Promise<Reading[]> =>
  onCopy({ admin, size, tell }, async (database) => {
    tell('starting the servers')
    const site = await startAgain(database)
    const asked = await sample(database)
    const seconds = site.seconds + (await readIntoMemory(site, asked.filters))
    await settled(site.pid)
    const reference = await startReference(database)
    const empty = await startEmpty(`${site.origin}${CACHED}`)
    const nginx = await startNginx(`${site.origin}${CACHED}`)
    const servers = { site, reference, empty, nginx }
    const bench: Bench = { size, database, pace, tell, ...servers, sample: asked }
    const readings: Reading[] = [
      { id: 'start again', what: 'npm start once more, until it serves', unit: 's', value: site.seconds },
      {
        id: 'start lists',
        what: 'The same, until a list with filters is answered within a second',
        unit: 's',
        value: seconds,
      },
    ]
    for (const measure of measures) readings.push(...(await measure.run(bench).catch(failed(measure))))
    for (const one of [nginx, empty, reference, site]) await one?.stop()
    return readings
  })
