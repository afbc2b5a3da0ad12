import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from '../timed-request'
import { median } from '../statistics'
import type { Bench, Measure, Reading } from '../measure'
import { type Entry, entries, publishNext, versionIn } from '../publish/entries'
import { sameSql } from '../publish/recorded-sql'
import { cycle } from '../sample'

/** The number of editors who publish concurrently. */
const AT_ONCE = 4

/** Publications per second by several editors without pauses. */
async function publishing(list: Entry[], seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000
  let count = 0
  const editors = Array.from({ length: AT_ONCE }, async (_, at) => {
    const next = cycle(list.filter((_, index) => index % AT_ONCE === at))
    while (performance.now() < until) {
      await publishNext(next())
      count += 1
    }
  })
  await Promise.all(editors)
  return count / seconds
}

export const rate: Measure = {
  name: 'publish',
  run: async (bench) => {
    const what = `Publications by ${AT_ONCE} editors at once`
    bench.reportProgress(what)
    const list = await entries(bench.database, 40)
    const [one] = await entries(bench.database, 1)
    await publishing(list, 1)
    const same = await sameSql(bench.database, one!.id, () => publishNext(one!), AT_ONCE)
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = 0; round < bench.pace.rounds; round++) {
      // Only new entries, like the recorded SQL.
      ours.push(await publishing(await entries(bench.database, 500), bench.pace.seconds))
      if (same) theirs.push(same.rate(bench.pace.seconds))
    }
    const reading = { id: 'publish/pgbench', what, unit: 'pub/s' as const, value: median(ours) }
    return [same ? { ...reading, against: { what: 'the same SQL in pgbench', value: median(theirs) } } : reading]
  },
}

/** Every kind of page and file that shows an entry. */
const shownAt = ({ id, officialId, placePath }: Entry): Record<string, string> => ({
  page: `/statements/${id}`,
  'list page': `/statements?official=${officialId}`,
  'place page': placePath,
  'official’s page': `/officials/${officialId}`,
  'API record': `/api/v1/statements/${id}`,
  'API list': `/api/v1/statements?official=${officialId}`,
  CSV: `/statements.csv?official=${officialId}`,
  JSON: `/statements.json?official=${officialId}`,
  feed: `/statements.atom?official=${officialId}`,
})

/** The version that an address shows. Retries after a 503. */
const shown = async (bench: Bench, path: string, entry: Entry): Promise<number> => {
  const { status, body, location } = await ask(bench.site.origin + path)
  if (location) return shown(bench, location, entry)
  if (status === 200) return versionIn(body, entry)
  if (status !== 429 && status !== 503) throw new Error(`${path} was answered with ${status}.`)
  await sleep(200)
  return shown(bench, path, entry)
}

const TIMEOUT_MS = 10_000

/** The milliseconds from a publication until an address shows it. */
async function until(bench: Bench, path: string, entry: Entry, version: number): Promise<number> {
  const began = performance.now()
  while ((await shown(bench, path, entry)) < version) {
    if (performance.now() - began > TIMEOUT_MS) return Number.POSITIVE_INFINITY
    await sleep(10)
  }
  return performance.now() - began
}

export const visible: Measure = {
  name: 'visible',
  run: async (bench): Promise<Reading[]> => {
    bench.reportProgress('Publications until everybody sees them')
    const found: Record<string, number[]> = {}
    for (const entry of await entries(bench.database, 20)) {
      await publishNext(entry)
      const places = Object.entries(shownAt(entry))
      for (const [, path] of places) await until(bench, path, entry, 1)
      const version = await publishNext(entry)
      await Promise.all(
        places.map(async ([name, path]) => (found[name] ??= []).push(await until(bench, path, entry, version))),
      )
    }
    const [slowest, times] = Object.entries(found).toSorted(([, a], [, b]) => median(b) - median(a))[0]!
    const value = Math.max(...Object.values(found).flat())
    const where = Object.keys(found).join(', ')
    const never = Object.entries(found).flatMap(([name, times]) => {
      const failed = times.filter((time) => !Number.isFinite(time)).length
      return failed ? `${failed} times not on the ${name} within ${TIMEOUT_MS / 1000} s` : []
    })
    const what = [`Published until the last of these shows it: ${where}`, ...never].join('; ')
    return [
      { id: 'publish visible', what, unit: 'ms', value },
      { id: 'publish seen', what: `The slowest of them, the ${slowest}: median`, unit: 'ms', value: median(times) },
    ]
  },
}

const OPERATIONS = 1_000
/** The maximum delay of a publication in milliseconds. */
const MAX_DELAY_MS = 2_000

export const stale: Measure = {
  name: 'stale',
  run: async (bench): Promise<Reading[]> => {
    const what = `${OPERATIONS} publications while readers ask`
    bench.reportProgress(what)
    const list = await entries(bench.database, 50)
    for (const entry of list) await publishNext(entry)
    const [next, anybody] = [cycle(list), cycle(list)]
    const turn = cycle(Array.from({ length: 9 }, (_, at) => at))
    const somewhere = (entry: Entry) => Object.values(shownAt(entry))[turn()]!
    let going = true
    // Constant requests fill every cache at the worst moments.
    const readers = Array.from({ length: 4 }, async () => {
      while (going) {
        const entry = anybody()
        await shown(bench, somewhere(entry), entry).catch(lost)
      }
    })
    const checks: Promise<number>[] = []
    for (let operation = 0; operation < OPERATIONS; operation++) {
      const entry = next()
      const version = await publishNext(entry)
      const path = somewhere(entry)
      checks.push(sleep(MAX_DELAY_MS).then(() => shown(bench, path, entry).then((seen) => version - seen, lost)))
    }
    const behind = await Promise.all(checks)
    going = false
    await Promise.all(readers)
    const value = behind.filter((versions) => versions > 0).length
    return [{ id: 'publish stale', what: `${what}: not shown 2 s later`, unit: 'count', value }]
  },
}

/** A failed request shows no new version. */
const lost = () => Number.POSITIVE_INFINITY
