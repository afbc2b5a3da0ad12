import { setTimeout as sleep } from 'node:timers/promises'
import { type Runner, parseCronItems, run } from 'graphile-worker'
import { jobsPool } from '@/lib/platform/database/pool'
import { logWarningsTo } from './log'

/** The background jobs by name. `every` is a crontab expression. */
export type Jobs = Readonly<Record<string, { every: string; work: () => Promise<void> }>>

type Log = { warn: (detail: object, message: string) => void }

/**
 * Runs the queue's jobs until it is stopped. Several servers share one queue, and each job runs on one of them. Restarts
 * when the database comes back. Stopping lets running jobs finish.
 */
export function startJobs(jobs: Jobs, log: Log, restartDelay = 5_000): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  let runner: Runner | undefined
  const runForever = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        runner = await startRunner(jobs, log)
        if (stopping.signal.aborted) await runner.stop()
        await runner.promise
      } catch (error) {
        log.warn({ err: error }, 'the work in the background ended; it begins anew')
      }
      runner = undefined
      await sleep(restartDelay, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  // graphile-worker would wait until the clock reaches the old time again.
  const isSetBack = clock()
  const watch = setInterval(() => {
    if (!isSetBack()) return
    log.warn({}, 'this server’s clock was set back; the work in the background begins anew')
    void runner?.stop().catch(() => {})
  }, restartDelay)
  const ended = runForever()
  return {
    stop: async () => {
      clearInterval(watch)
      stopping.abort()
      await runner?.stop().catch(() => {})
      await ended
    },
  }
}

/** Returns a check whether this server's clock was set back by a minute or more since the last check. */
const clock = () => {
  const ahead = () => Date.now() - performance.now()
  let before = ahead()
  return () => {
    const now = ahead()
    const isBack = now < before - 60_000
    before = now
    return isBack
  }
}

/** A run recorded by a clock that was ahead would suppress all runs until that time. */
const RESET_FUTURE_RUNS = `UPDATE graphile_worker._private_known_crontabs SET last_execution = now()
  WHERE last_execution > now() + interval '1 minute'`

const startRunner = async (jobs: Jobs, log: Log): Promise<Runner> => {
  await jobsPool().query(RESET_FUTURE_RUNS)
  return run({
    pgPool: jobsPool(),
    concurrency: 2,
    pollInterval: 5_000,
    // The server handles signals; the library would end the whole process.
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 20_000,
    logger: logWarningsTo((message) => log.warn({}, message)),
    taskList: Object.fromEntries(Object.entries(jobs).map(([name, { work }]) => [name, async () => work()])),
    parsedCronItems: parseCronItems(
      Object.entries(jobs).map(([task, { every }]) => ({
        task,
        match: every,
        // A failed run is not retried: the next one does its work.
        options: { backfillPeriod: 0, maxAttempts: 1, jobKey: `${task}/round`, jobKeyMode: 'preserve_run_at' as const },
      })),
    ),
  })
}
