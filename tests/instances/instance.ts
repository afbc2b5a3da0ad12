import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@/server/serve'

// Exits when the test that started it has ended.
process.on('disconnect', () => process.exit(1))

// One server of several, as the environment says: the built site on a database that is ready.
const site = await serve({ dev: false, tests: true })
await site.complete()
process.on('SIGTERM', () => void site.close().then(() => process.exit(0)))
process.on('message', (asked) => asked === 'memory' && void used().then((bytes) => process.send!(bytes)))
process.send?.('ready')

/** The bytes in use after a garbage collection; it needs --expose-gc. */
async function used(): Promise<number> {
  for (let time = 0; time < 3; time++) {
    await sleep(100)
    globalThis.gc!()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
