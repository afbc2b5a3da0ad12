import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROUTES } from '@/server/routes'
import { router } from '@/server/route-matcher'
import { gate } from '@/server/stages/admission-control'
import { site } from '@/server/pipeline'

export type Counts = { answered: number; later: number; wrong: string[] }

/** The site without Next, and readers who ask it all the time while `work` is done. */
export async function readersOf(paths: readonly string[]) {
  const handle = site(async (_, res) => void res.writeHead(404).end(), {
    https: false,
    direct: router(ROUTES),
    gate: gate(),
    onFailure: () => {},
  })
  const server = createServer((req, res) => void handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true })

  const ask = (path: string, caller = 1) =>
    new Promise<{ status: number; retryAfter: string | undefined }>((resolve, reject) => {
      const headers = { 'x-forwarded-for': `203.0.113.${caller}` }
      request({ host: '127.0.0.1', port, path, agent, headers, timeout: 20_000 }, (res) => {
        res.resume().on('error', reject)
        res.on('end', () => resolve({ status: res.statusCode!, retryAfter: res.headers['retry-after'] }))
      })
        .on('timeout', () => reject(new Error('no answer within twenty seconds')))
        .on('error', reject)
        .end()
    })

  return {
    ask,
    /** Every answer is a good one or says when to come again; anything else is wrong. */
    async during(work: () => Promise<unknown>): Promise<Counts> {
      const counts: Counts = { answered: 0, later: 0, wrong: [] }
      let going = true
      const readers = Array.from({ length: 12 }, async (_, reader) => {
        for (let turn = reader; going; turn++) {
          const path = paths[turn % paths.length]!
          const said = await ask(path, turn % 200).catch((error: Error) => ({ status: error.message, retryAfter: '' }))
          if (said.status === 200) counts.answered += 1
          else if (said.status === 503 && Number(said.retryAfter) > 0) counts.later += 1
          else counts.wrong.push(`${path}: ${said.status}`)
          await sleep(5)
        }
      })
      await work().finally(() => (going = false))
      await Promise.all(readers)
      return counts
    },
    end: async () => {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
