import { setTimeout as sleep } from 'node:timers/promises'
import { openConnection } from '@/lib/platform/database/connection'
import type { CollectionSpec } from '@/lib/platform/lists/list-source'
import { type PublishNotification, decodeNotification } from '@/lib/platform/publishing/publish-notification'
import { settings } from '@/lib/platform/settings/settings'
import { MOST, affectedRecords } from './affected'
import { FacetIndex } from './facet-index'
import { facetIndexRegistry } from '@/lib/platform/lists/index-registry'
import { buildInWorker } from './worker'

type Options = {
  /** Tables with fewer rows are left to the database. */
  from: number
  /** How long a reader waits for what was just published, in milliseconds; then the database is asked. */
  patience?: number
  onFailure?: (error: unknown) => void
}

export type FacetIndexes = {
  invalidate: (notification: string) => void
  setInvalidationAvailable: (isAvailable: boolean) => void
  /** Until all cubes are built that are wanted, and they hold every notification received. */
  ready: () => Promise<void>
  stop: () => Promise<void>
}

/** What was published is read anew when somebody asks, or so much later, in milliseconds: what follows it is then too. */
const LATER = 250
/** So many records in later layers, and the table is read anew. */
const GROWN = 4_000
/** How long a table that is not to be read now is left alone, in milliseconds: changed widely, failed, too small. */
const [SOON, FAILED, SMALL] = [5_000, 30_000, 600_000]

/**
 * Keeps the large tables in memory, as the database has them: what is published is read anew before anybody is answered
 * from memory again. While LISTEN is down, or after too large a change, the database answers.
 */
export function createFacetIndexes(
  specs: Readonly<Record<string, CollectionSpec>>,
  { from, patience = 500, onFailure }: Options,
): FacetIndexes {
  const cubes = new Map(Object.entries(specs).map(([type, spec]) => [type, new FacetIndex(spec)]))
  const connection = openConnection(settings().databaseUrl!, 10_000)
  const ending = new AbortController()
  const wanted = new Map<FacetIndex, NodeJS.Timeout | null>()
  let canInvalidate = false
  /** Grows when what was known can't be relied on any more. */
  let age = 0
  let building = false

  // One thing after another: notifications and finished builds.
  let busy = 0
  let tail = Promise.resolve()
  const afterwards = (work: () => Promise<void>): Promise<void> => {
    busy += 1
    tail = tail.then(work).catch((error: unknown) => {
      if (!ending.signal.aborted) onFailure?.(error)
      for (const cube of cubes.values()) doubt(cube, FAILED)
    })
    tail = tail.finally(() => (busy -= 1))
    return tail
  }

  const doubt = (cube: FacetIndex, wait: number) => {
    cube.forget()
    cube.missed = null
    want(cube, wait)
  }

  const want = (cube: FacetIndex, wait: number) => {
    if (!canInvalidate || ending.signal.aborted || wanted.has(cube)) return
    const now = () => {
      wanted.set(cube, null)
      void build()
    }
    wanted.set(cube, wait ? setTimeout(now, wait).unref() : null)
    if (!wait) void build()
  }

  const build = async () => {
    if (building) return
    building = true
    for (;;) {
      const [cube] = [...wanted].find(([, timer]) => timer === null) ?? []
      if (!cube || !canInvalidate || ending.signal.aborted) break
      wanted.delete(cube)
      await read(cube).catch((error: unknown) => {
        if (!ending.signal.aborted) onFailure?.(error)
        want(cube, FAILED)
      })
    }
    building = false
  }

  const read = async (cube: FacetIndex) => {
    const then = age
    const missed = (cube.missed = new Set<string>())
    const text = `SELECT count(*)::int AS rows FROM "${cube.spec.table}"`
    const [counted] = await connection.rows<{ rows: number }>({ text, values: [] })
    if (counted!.rows < from) {
      cube.forget()
      cube.missed = null
      return want(cube, SMALL)
    }
    const packed = await buildInWorker(cube.plan, ending.signal)
    await afterwards(async () => {
      if (age !== then || cube.missed !== missed) return doubt(cube, SOON)
      cube.missed = null
      cube.begin(packed)
      if (missed.size) await renew(cube, missed)
    })
  }

  const renew = async (cube: FacetIndex, ids: ReadonlySet<string>) => {
    if (ids.size > MOST) return doubt(cube, SOON)
    await connection.inSnapshot((rows) => cube.renew(ids, rows))
    if (cube.later > GROWN) want(cube, SOON)
  }

  let news: (PublishNotification | null)[] = []
  let late: NodeJS.Timeout | undefined
  const learnNow = () => {
    if (!late) return
    clearTimeout(late)
    late = undefined
    void afterwards(learn)
  }
  const learn = async () => {
    const lately = news
    news = []
    const known = lately.filter((one) => one !== null)
    const found = known.length === lately.length ? await affectedRecords(connection, known) : null
    for (const [type, cube] of cubes) {
      if (!found) {
        doubt(cube, SOON)
        continue
      }
      const ids = found.get(type)
      for (const id of ids ?? []) cube.missed?.add(id)
      if (ids && cube.answers) await renew(cube, ids)
    }
  }

  const answers = async (cube: FacetIndex) => {
    if (!canInvalidate || !cube.answers) return null
    learnNow()
    if (busy && !(await Promise.race([tail.then(() => true), sleep(patience, false, { ref: false })]))) return null
    return canInvalidate ? cube.answers : null
  }
  for (const cube of cubes.values()) facetIndexRegistry().set(cube.spec.table, () => answers(cube))

  return {
    invalidate: (text) => {
      news.push(decodeNotification(text))
      late ??= setTimeout(learnNow, LATER).unref()
    },
    setInvalidationAvailable: (isAvailable) => {
      canInvalidate = isAvailable
      age += 1
      for (const timer of wanted.values()) if (timer) clearTimeout(timer)
      wanted.clear()
      for (const cube of cubes.values()) doubt(cube, 0)
    },
    ready: async () => {
      learnNow()
      while (building || busy) await sleep(10)
    },
    stop: async () => {
      ending.abort()
      clearTimeout(late)
      for (const cube of cubes.values()) facetIndexRegistry().delete(cube.spec.table)
      for (const timer of wanted.values()) if (timer) clearTimeout(timer)
      await tail
      await connection.end()
    },
  }
}
