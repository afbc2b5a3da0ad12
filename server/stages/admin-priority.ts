import { clientKey } from '@/lib/platform/http/client-address'
import type { Stage } from '@/server/exchange'
import { createFairQueue } from '@/lib/platform/http/fair-queue'
import { toRequest } from '@/server/route-matcher'

/** The number of readers' requests started per event loop turn while an admin request is in progress. */
const READERS_PER_TURN = 2

/** The time for which an admin request has priority, in milliseconds. A slower one then competes with readers. */
const PRIORITY_MS = 1_000

type Options = {
  /** Called when the last admin request has ended or lost its priority. */
  onIdle?: () => void
}

/**
 * Gives admin requests priority. Rendering an admin page takes many turns of the event loop, and hundreds of readers
 * served in each of them would stretch it to seconds. While an admin request is running, readers' requests start a few
 * per turn, of each caller in turn.
 */
export function createPriorityScheduler({ onIdle = () => {} }: Options = {}) {
  const readers = createFairQueue<() => void>()
  let adminRequests = 0
  let isScheduled = false

  const startReaders = () => {
    for (let left = adminRequests ? READERS_PER_TURN : readers.size; left > 0; left--) readers.shift()?.()
    isScheduled = readers.size > 0
    if (isScheduled) setImmediate(startReaders)
  }

  return {
    /** Begins an admin request. The returned function ends it and is safe to call twice. */
    enterAdmin(): () => void {
      let hasLeft = false
      adminRequests += 1
      const leave = () => {
        clearTimeout(timer)
        if (hasLeft) return
        hasLeft = true
        adminRequests -= 1
        if (!adminRequests) onIdle()
      }
      const timer = setTimeout(leave, PRIORITY_MS).unref()
      return leave
    },

    /** Resolves when a reader's request may start; undefined if it may start immediately. */
    waitForTurn(caller: () => string = () => ''): Promise<void> | undefined {
      if (!adminRequests && !readers.size) return undefined
      return new Promise((start) => {
        readers.push(caller(), start)
        if (!isScheduled) setImmediate(startReaders)
        isScheduled = true
      })
    },

    get hasAdminRequests() {
      return adminRequests > 0
    },
  }
}

export type PriorityScheduler = ReturnType<typeof createPriorityScheduler>

export const adminPriority = (scheduler: PriorityScheduler): Stage => ({
  name: 'admin-priority',
  run: ({ req, res, info }) => {
    if (!info.isAdmin) return scheduler.waitForTurn(() => clientKey(toRequest(req)))
    res.once('close', scheduler.enterAdmin())
  },
})
