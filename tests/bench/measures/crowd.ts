import autocannon from 'autocannon'
import { setTimeout as sleep } from 'node:timers/promises'
import { acceptInvitation, invite } from '@/lib/platform/auth/invitations'
import { SYSTEM, VISITOR } from '@/lib/platform/commands/permissions'
import { fillIn } from '@/tests/instances/balancer'
import { askOk } from '../timed-request'
import { percentile } from '../statistics'
import { ENCODINGS } from '../load'
import type { Bench, Measure } from '../measure'
import { residentMemory } from '../api-clients'
import { cycle } from '../sample'
import { CACHED } from './pages'

/** The number of concurrent readers, and how many of them request uncached pages. */
const READERS = 500
const BUSTING = 100
const SECONDS = 20
const LASTING = 4
/** The pages that the editor requests in turn. */
const ADMIN = ['/admin', '/admin/entries', '/admin/changes']

type Statuses = Record<string, number>

const flood = (bench: Bench, connections: number, next: () => string): Promise<Statuses> =>
  new Promise((resolve, reject) => {
    const reader = cycle(Array.from({ length: 60_000 }, (_, at) => `100.65.${at >> 8}.${at & 255}`))
    const setupRequest = (base: autocannon.Request): autocannon.Request => ({
      ...base,
      path: next(),
      headers: { 'accept-encoding': 'br', 'x-forwarded-for': reader() },
    })
    autocannon(
      { url: bench.site.origin, connections, duration: SECONDS, timeout: 30, requests: [{ setupRequest }] },
      (error, { statusCodeStats = {}, errors, timeouts }) => {
        if (error) return reject(error)
        const counts = Object.entries(statusCodeStats).map(([code, { count }]) => [code, count ?? 0])
        resolve({ ...Object.fromEntries(counts), broken: errors, late: timeouts })
      },
    )
  })

/** The session cookie of a signed-in editor. */
async function editor(bench: Bench): Promise<string> {
  const account = { name: 'Bench Editor', email: 'editor@admin.example', password: 'a few words to remember' }
  const { token } = (await invite(SYSTEM, { email: account.email, role: 'editor' })) as { token: string }
  await acceptInvitation(VISITOR, { token, ...account })
  const { email, password } = account
  const entered = await fillIn(
    { from: Number(new URL(bench.site.origin).port), path: '/admin/sign-in' },
    { email, password },
  )
  return entered.cookies.join('; ')
}

export const crowd: Measure = {
  name: 'crowd',
  run: async (bench) => {
    const what = `${READERS} readers at once, ${BUSTING} of them for new pages`
    const cookie = await editor(bench)
    const paths = cycle(ADMIN)
    const work = () => fetch(`${bench.site.origin}${paths()}`, { headers: { cookie }, redirect: 'manual' })
    // Warm-up: Next loads each page of the admin area on its first request.
    for (const _ of ADMIN) await (await work()).arrayBuffer()
    await askOk(bench.site.origin + CACHED, ENCODINGS)
    bench.reportProgress(what)
    const pages = cycle(bench.sample.filters.map((query) => `/statements?${query}&sort=oldest`))
    const flooding = Promise.all([flood(bench, READERS - BUSTING, () => CACHED), flood(bench, BUSTING, pages)])
    const times: number[] = []
    let [memory, refused, over] = [0, 0, false]
    flooding.then(
      () => (over = true),
      () => (over = true),
    )
    await sleep(1_000)
    while (!over) {
      const began = performance.now()
      const answer = await work().catch(() => null)
      await answer?.arrayBuffer()
      times.push(performance.now() - began)
      if (answer?.status !== 200) refused += 1
      memory = Math.max(memory, residentMemory(bench.site.pid))
      await sleep(100)
    }
    const all = await flooding
    await sleep(LASTING * 1000)
    const counts = all.flatMap((one) => Object.entries(one))
    const sum = (fits: (code: string) => boolean) =>
      counts.reduce((all, [code, count]) => all + (fits(code) ? count : 0), 0)
    const alive = await fetch(`${bench.site.origin}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    times.sort((a, b) => a - b)
    const p99 = percentile(times, 99)
    return [
      { id: 'crowd editor', what: `${what}: an editor’s p99 meanwhile`, unit: 'ms', value: p99, failed: refused },
      {
        id: 'crowd answered',
        what: `${what}: answered`,
        unit: 'req/s',
        value: sum((code) => code === '200') / SECONDS,
      },
      {
        id: 'crowd refused',
        what: `${what}: told to come later (429, 503)`,
        unit: 'req/s',
        value: sum((code) => /^(429|503)$/.test(code)) / SECONDS,
      },
      {
        id: 'crowd others',
        what: `${what}: any other answer`,
        unit: 'count',
        value: sum((code) => !/^(200|429|503)$/.test(code)),
      },
      { id: 'crowd memory', what: `${what}: its process’s resident memory, the most`, unit: 'MB', value: memory },
      { id: 'crowd exits', what: `${what}: servers that ended`, unit: 'count', value: alive ? 0 : 1 },
    ]
  },
}
