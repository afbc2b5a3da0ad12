import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROUTES } from '@/server/routes'
import { createRouteMatcher } from '@/server/route-matcher'
import { createConcurrencyLimiter } from '@/server/stages/admission-control'
import { createRequestHandler } from '@/server/pipeline'
import { until } from '@/tests/fixtures/until'

const READERS = 12
/** A response that takes longer counts as none: it is a hang. */
const NO_RESPONSE_MS = 120_000

export type Counts = {
  ok: number
  /** 503 with Retry-After. */
  retryLater: number
  /** Every other outcome. */
  wrong: string[]
}

export type Readers = Awaited<ReturnType<typeof startReaders>>

/** Starts the site without Next, which `during` requests all the time. */
export async function startReaders(paths: readonly string[]) {
  const handle = createRequestHandler(async (_, res) => void res.writeHead(404).end(), {
    https: false,
    findRoute: createRouteMatcher(ROUTES),
    pageLimiter: createConcurrencyLimiter(),
    onFailure: () => {},
  })
  const server = createServer((req, res) => void handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true })

  const get = (path: string, caller = 1) =>
    new Promise<{ status: number; retryAfter: string | undefined }>((resolve, reject) => {
      const headers = { 'x-forwarded-for': `203.0.113.${caller}` }
      request({ host: '127.0.0.1', port, path, agent, headers, timeout: NO_RESPONSE_MS }, (res) => {
        res.resume().on('error', reject)
        res.on('end', () => resolve({ status: res.statusCode!, retryAfter: res.headers['retry-after'] }))
      })
        .on('timeout', () => reject(new Error('no response')))
        .on('error', reject)
        .end()
    })

  /** Twelve readers request pages until `work` is done. */
  const during = async (work: (counts: Counts) => Promise<unknown>): Promise<Counts> => {
    const counts: Counts = { ok: 0, retryLater: 0, wrong: [] }
    let working = true
    const readers = Array.from({ length: READERS }, async (_, reader) => {
      for (let turn = reader; working; turn++) {
        const path = paths[turn % paths.length]!
        const { status, retryAfter } = await get(path, turn % 200).catch((error: Error) => ({
          status: error.message,
          retryAfter: '',
        }))
        if (status === 200) counts.ok += 1
        else if (status === 503 && Number(retryAfter) > 0) counts.retryLater += 1
        else counts.wrong.push(`${path}: ${status}`)
        await sleep(5)
      }
    })
    await work(counts).finally(() => (working = false))
    await Promise.all(readers)
    return counts
  }

  return {
    get,
    during,
    /** Resolves when every reader got a page, on average twice. */
    read: () => during((counts) => moreOk(counts)),
    close: async () => {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Resolves after two more pages per reader. */
export const moreOk = (counts: Counts): Promise<void> => {
  const target = counts.ok + 2 * READERS
  return until('readers get pages', () => counts.ok >= target || counts.wrong.length > 0)
}

/** Resolves after one more 503 per reader. */
export const moreRetryLater = (counts: Counts): Promise<void> => {
  const target = counts.retryLater + READERS
  return until('readers get 503', () => counts.retryLater >= target || counts.wrong.length > 0)
}
