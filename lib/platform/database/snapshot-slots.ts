import { currentCaller } from '@/lib/platform/http/client-address'
import { createFairQueue } from '@/lib/platform/http/fair-queue'

export class SnapshotsBusy extends Error {
  override name = 'SnapshotsBusy'
}

export type SnapshotLimits = {
  /** The maximum number of concurrent exports. The other connections are reserved for pages. */
  maxSnapshots: number
  /** The maximum time that an export waits for a connection. */
  timeoutMs: number
}

type Waiter = { caller: string | undefined; begin: () => void }

const waiting = createFairQueue<Waiter>()
const openOf = new Map<string | undefined, number>()
let open = 0

const loadOf = (caller: string | undefined) => openOf.get(caller) ?? 0

const take = (caller: string | undefined) => {
  open += 1
  openOf.set(caller, loadOf(caller) + 1)
}

/**
 * Waits for a free slot, in turn by caller. One caller leaves a slot to the others, however slowly it reads. Work without
 * a request has no such share. Returns the function that frees the slot.
 * @throws SnapshotsBusy
 */
export async function acquireSnapshotSlot({ maxSnapshots, timeoutMs }: SnapshotLimits): Promise<() => void> {
  const caller = currentCaller()
  const share = Math.max(1, maxSnapshots - 1)
  const isFree = open < maxSnapshots && (caller === undefined || loadOf(caller) < share)
  if (isFree) take(caller)
  else await turnOf(caller, timeoutMs)
  return () => {
    open -= 1
    if (loadOf(caller) > 1) openOf.set(caller, loadOf(caller) - 1)
    else openOf.delete(caller)
    if (open >= maxSnapshots) return
    const next = waiting.shift((one) => (one ? loadOf(one) : 0), share)
    if (!next) return
    take(next.caller)
    next.begin()
  }
}

const turnOf = (caller: string | undefined, timeoutMs: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.remove(caller ?? '', waiter)
      reject(new SnapshotsBusy('Many downloads are running.'))
    }, timeoutMs)
    const begin = () => {
      clearTimeout(timer)
      resolve()
    }
    const waiter: Waiter = { caller, begin }
    waiting.push(caller ?? '', waiter)
  })
