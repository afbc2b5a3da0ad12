import { setTimeout as sleep } from 'node:timers/promises'
import { openConnection } from '@/lib/platform/database/connection'
import type { CollectionSpec } from '@/lib/platform/lists/list-source'
import { type PublishNotification, decodeNotification } from '@/lib/platform/publishing/publish-notification'
import { settings } from '@/lib/platform/settings/settings'
import { MAX_AFFECTED, affectedRecords } from './affected-records'
import { FacetIndex } from './facet-index'
import { facetIndexRegistry } from '@/lib/platform/lists/facet-index-registry'
import { buildInWorker } from './worker'

type Options = {
  /** Tables with fewer rows are not indexed. */
  minRows: number
  /** The maximum time that a request waits for pending updates before it falls back to SQL, in milliseconds. */
  waitMs?: number
  onError?: (error: unknown) => void
}

export type FacetIndexes = {
  /** Takes the payload of a publish notification. */
  invalidate: (payload: string) => void
  /** Reports if LISTEN works. While it doesn't, no index is used, because changes would go unnoticed. */
  setInvalidationAvailable: (isAvailable: boolean) => void
  /** Resolves when all pending builds and updates are done. */
  ready: () => Promise<void>
  stop: () => Promise<void>
}

/** Notifications are applied by the next request, or after this many milliseconds in one batch. */
const BATCH_MS = 250
/** With more records than this in delta segments, the base segment is rebuilt. */
const MAX_DELTA_RECORDS = 4_000
/** Delays before a rebuild, in milliseconds: after many changes, after an error, and for a table below the minimum size. */
const REBUILD_DELAY = { afterChanges: 5_000, afterError: 30_000, tooSmall: 600_000 }

/**
 * Keeps a facet index for every large table. A request gets an index only when all notifications that arrived before it
 * are applied; otherwise it falls back to SQL. An index is dropped when LISTEN is down, after an error, and after more
 * changes than can be applied one by one.
 */
export function createFacetIndexes(
  specs: Readonly<Record<string, CollectionSpec>>,
  { minRows, waitMs = 500, onError }: Options,
): FacetIndexes {
  const indexes = new Map(Object.entries(specs).map(([type, spec]) => [type, new FacetIndex(spec)]))
  const connection = openConnection(settings().databaseUrl!, 10_000)
  const abort = new AbortController()
  /** Scheduled builds: a timer while delayed, null once due. */
  const scheduled = new Map<FacetIndex, NodeJS.Timeout | null>()
  let isAvailable = false
  /** Incremented when `isAvailable` is set: a build that began in an earlier epoch may have missed notifications. */
  let epoch = 0
  let isBuilding = false

  // Updates run one at a time, in order.
  let pending = 0
  let queue = Promise.resolve()
  const enqueue = (task: () => Promise<void>): Promise<void> => {
    pending += 1
    queue = queue.then(task).catch((error: unknown) => {
      report(error)
      for (const index of indexes.values()) drop(index, REBUILD_DELAY.afterError)
    })
    queue = queue.finally(() => (pending -= 1))
    return queue
  }

  const report = (error: unknown) => {
    if (!abort.signal.aborted) onError?.(error)
  }

  const drop = (index: FacetIndex, rebuildDelay: number) => {
    index.clear()
    index.changedDuringBuild = null
    scheduleBuild(index, rebuildDelay)
  }

  const scheduleBuild = (index: FacetIndex, delay: number) => {
    if (!isAvailable || abort.signal.aborted || scheduled.has(index)) return
    const start = () => {
      scheduled.set(index, null)
      void runBuilds()
    }
    if (delay) scheduled.set(index, setTimeout(start, delay).unref())
    else start()
  }

  const cancelScheduled = () => {
    for (const timer of scheduled.values()) if (timer) clearTimeout(timer)
    scheduled.clear()
  }

  const runBuilds = async () => {
    if (isBuilding) return
    isBuilding = true
    for (;;) {
      const [index] = [...scheduled].find(([, timer]) => timer === null) ?? []
      if (!index || !isAvailable || abort.signal.aborted) break
      scheduled.delete(index)
      await build(index).catch((error: unknown) => {
        report(error)
        scheduleBuild(index, REBUILD_DELAY.afterError)
      })
    }
    isBuilding = false
  }

  const build = async (index: FacetIndex) => {
    const startEpoch = epoch
    const changed = (index.changedDuringBuild = new Set<string>())
    const text = `SELECT count(*)::int AS rows FROM "${index.spec.table}"`
    const [table] = await connection.rows<{ rows: number }>({ text, values: [] })
    if (table!.rows < minRows) return drop(index, REBUILD_DELAY.tooSmall)
    const packed = await buildInWorker(index.plan, abort.signal)
    await enqueue(async () => {
      if (epoch !== startEpoch || index.changedDuringBuild !== changed) return drop(index, REBUILD_DELAY.afterChanges)
      index.changedDuringBuild = null
      index.setBase(packed)
      if (changed.size) await update(index, changed)
    })
  }

  const update = async (index: FacetIndex, ids: ReadonlySet<string>) => {
    if (ids.size > MAX_AFFECTED) return drop(index, REBUILD_DELAY.afterChanges)
    await connection.inSnapshot((rows) => index.update(ids, rows))
    if (index.deltaSize > MAX_DELTA_RECORDS) scheduleBuild(index, REBUILD_DELAY.afterChanges)
  }

  /** Null stands for a notification without details, after which everything may have changed. */
  let notifications: (PublishNotification | null)[] = []
  let batchTimer: NodeJS.Timeout | undefined
  const flush = () => {
    if (!batchTimer) return
    clearTimeout(batchTimer)
    batchTimer = undefined
    void enqueue(applyNotifications)
  }
  const applyNotifications = async () => {
    const batch = notifications
    notifications = []
    const detailed = batch.filter((one) => one !== null)
    const affected = detailed.length === batch.length ? await affectedRecords(connection, detailed) : null
    for (const [type, index] of indexes) {
      if (!affected) {
        drop(index, REBUILD_DELAY.afterChanges)
        continue
      }
      const ids = affected.get(type)
      for (const id of ids ?? []) index.changedDuringBuild?.add(id)
      if (ids && index.source) await update(index, ids)
    }
  }

  const sourceOf = async (index: FacetIndex) => {
    if (!isAvailable || !index.source) return null
    flush()
    if (pending && !(await Promise.race([queue.then(() => true), sleep(waitMs, false, { ref: false })]))) return null
    return isAvailable ? index.source : null
  }
  for (const index of indexes.values()) facetIndexRegistry().set(index.spec.table, () => sourceOf(index))

  return {
    invalidate: (payload) => {
      notifications.push(decodeNotification(payload))
      batchTimer ??= setTimeout(flush, BATCH_MS).unref()
    },
    setInvalidationAvailable: (available) => {
      isAvailable = available
      epoch += 1
      cancelScheduled()
      for (const index of indexes.values()) drop(index, 0)
    },
    ready: async () => {
      flush()
      while (isBuilding || pending) await sleep(10)
    },
    stop: async () => {
      abort.abort()
      clearTimeout(batchTimer)
      for (const index of indexes.values()) facetIndexRegistry().delete(index.spec.table)
      cancelScheduled()
      await queue
      await connection.end()
    },
  }
}
