import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changePolicy } from '@/lib/platform/site-policy/site-policy'
import { cases } from '@/tests/fixtures/thorough'
import { testDatabase } from '../database'
import { bundleWorker, forkWorker, killWorker } from '../faults/killable-worker'
import { inconsistencies } from '../faults/consistency'
import { idFor } from '@/lib/platform/publishing/ids'
import { inputs, makeWorld, publishOne } from '../world'
import { ApprovalLaw, type Snapshot, contentOfDraft, wordsIn } from './approval-law'
import { PEOPLE } from './approval-other-steps'
import { type Step, randomFrom, stepMaker } from './approval-steps'
import { runStep } from './run-step'

// `SEED=123 npx vitest run --project integration approval-sequences` repeats a run, up to the timing of what runs at once.

const db = await testDatabase()
const WORKER = 'tests/integration/abuse/step-worker.ts'
const STEPS = cases(120).numRuns
/** Steps between two kills. A sample has none, because a process takes seconds to start. */
const KILL_EVERY = 60
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

let removeBundle: (() => void) | undefined
beforeAll(async () => {
  await makeWorld()
  for (const name of ['One council', 'Two council', 'Three council'])
    await publishOne('organizations', idFor('organizations', name), { ...inputs.organizations, name, aliases: [] })
  for (const { id, role } of PEOPLE)
    await db.pool.query(`INSERT INTO admin_user (id, name, email, role) VALUES ($1, $1, $1 || '@admin.example', $2)`, [
      id,
      role,
    ])
  await changePolicy(PEOPLE[4]!, { publishOwn: false, timeZone: 'UTC' })
  if (STEPS > KILL_EVERY * 4) removeBundle = await bundleWorker(WORKER)
})
afterAll(() => removeBundle?.())

const isOld = async () =>
  (await db.pool.query(`SELECT FROM pg_proc WHERE proname = 'draft_content_hash'`)).rowCount === 0

/** A caller that names the number of a save without its content has seen what has that number now. */
const alsoNamed = ({ input }: Step, { drafts }: Snapshot) => {
  const saves = (input.saves ?? {}) as Record<string, number>
  const claimed = input.contents ? [] : drafts.filter(({ id, saves: save }) => saves[id] === save)
  return {
    contents: claimed.map(contentOfDraft),
    words: claimed.flatMap(({ data, reason }) => wordsIn([data, reason])),
  }
}

const isDue = `UPDATE draft SET scheduled_for = date_trunc('milliseconds', now()) - interval '1 second'
  WHERE state = 'scheduled' AND scheduled_for > now()`

async function killedWhile(step: Step, random: () => number): Promise<void> {
  const child = forkWorker(WORKER, [], db.url)
  await once(child, 'message')
  const done = once(child, 'message').catch(() => {})
  child.send({ command: step.command, actor: step.actor, input: step.input })
  await Promise.race([done, sleep(random() * 120)])
  await killWorker(child, db.url)
}

test(
  'whatever people click, forge, repeat and interleave: nothing is public that a second person, where asked for, did not see',
  async () => {
    const random = randomFrom(SEED)
    const old = await isOld()
    const law = new ApprovalLaw(db.pool, old)
    const nextStep = stepMaker(random, old)
    const log: string[] = []
    const counts = { steps: 0, done: 0, together: 0, killed: 0 }
    let before = await law.begin()
    while (counts.steps < STEPS) {
      const steps = Array.from({ length: random() < 0.12 ? 2 + Math.floor(random() * 2) : 1 }, () => nextStep(before))
      const kills =
        removeBundle !== undefined &&
        Math.floor((counts.steps + steps.length) / KILL_EVERY) > Math.floor(counts.steps / KILL_EVERY)
      for (const step of steps) {
        const { contents, words } = alsoNamed(step, before)
        law.sends(step.actor.id, step.input, {
          contents: [...step.named.contents, ...contents],
          words: [...step.named.words, ...words],
        })
        log.push(`${counts.steps}: ${step.actor.id} ${step.command} ${JSON.stringify(step.input).slice(0, 400)}`)
        if (step.command === 'test.publish-scheduled') await db.pool.query(isDue)
      }
      if (kills) await killedWhile(steps[0]!, random)
      const outcomes = await Promise.all(steps.slice(kills ? 1 : 0).map(runStep))
      counts.steps += steps.length
      counts.done += outcomes.filter(Boolean).length
      counts.together += steps.length > 1 ? 1 : 0
      counts.killed += kills ? 1 : 0
      const after = await law.snapshot()
      const broken = await law.broken(before, after, [...new Set(steps.map(({ actor }) => actor.id))])
      const where = `SEED=${SEED}\n${log.slice(-KILL_EVERY).join('\n')}`
      expect(broken, where).toEqual([])
      if (kills && !old) expect(await inconsistencies(db.url), where).toEqual([])
      before = after
    }
    if (!old) expect(await inconsistencies(db.url), `SEED=${SEED}`).toEqual([])
    console.log('steps of people:', { ...counts, seed: SEED, published: law.published })
  },
  120_000 + STEPS * 2_000,
)
