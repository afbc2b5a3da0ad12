import { setTimeout as sleep } from 'node:timers/promises'
import { type Runner, parseCronItems, run } from 'graphile-worker'
import { jobsPool } from '@/lib/platform/database/pool'
import { logWarningsTo } from './log'

/** What is to be done in the background: each with how often (as crontab says it), and its work. */
export type Jobs = Readonly<Record<string, { every: string; work: () => Promise<void> }>>

type Log = { warn: (detail: object, message: string) => void }

/**
 * Does the work of the queue until it is stopped, beside other servers that do the same: each job is done by one. When
 * the database goes away it begins anew as soon as that is back. Stopping lets the work under way finish.
 */
export function startJobs(jobs: Jobs, log: Log, pause = 5_000): { stop: () => Promise<void> } {
  const ending = new AbortController()
  let runner: Runner | undefined
  const again = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      try {
        runner = await begin(jobs, log)
        if (ending.signal.aborted) await runner.stop()
        await runner.promise
      } catch (error) {
        log.warn({ err: error }, 'the work in the background ended; it begins anew')
      }
      runner = undefined
      await sleep(pause, undefined, { signal: ending.signal }).catch(() => {})
    }
  }
  // The library would wait until the clock shows again what it showed before.
  const isSetBack = clock()
  const watch = setInterval(() => {
    if (!isSetBack()) return
    log.warn({}, 'this server’s clock was set back; the work in the background begins anew')
    void runner?.stop().catch(() => {})
  }, pause)
  const ended = again()
  return {
    stop: async () => {
      clearInterval(watch)
      ending.abort()
      await runner?.stop().catch(() => {})
      await ended
    },
  }
}

/** Tells whether this server's clock was set back since it was asked before, by a minute and more. */
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

/** A round that was noted by a clock that was ahead would keep all rounds away until then. */
const ROUNDS = `UPDATE graphile_worker._private_known_crontabs SET last_execution = now()
  WHERE last_execution > now() + interval '1 minute'`

const begin = async (jobs: Jobs, log: Log): Promise<Runner> => {
  await jobsPool().query(ROUNDS)
  return run({
    pgPool: jobsPool(),
    concurrency: 2,
    pollInterval: 5_000,
    // Whoever started us ends us; the library would end the whole process.
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 20_000,
    logger: logWarningsTo((message) => log.warn({}, message)),
    taskList: Object.fromEntries(Object.entries(jobs).map(([name, { work }]) => [name, async () => work()])),
    parsedCronItems: parseCronItems(
      Object.entries(jobs).map(([task, { every }]) => ({
        task,
        match: every,
        // A round that failed is not repeated: the next one does its work.
        options: { backfillPeriod: 0, maxAttempts: 1, jobKey: `${task}/round`, jobKeyMode: 'preserve_run_at' as const },
      })),
    ),
  })
}
