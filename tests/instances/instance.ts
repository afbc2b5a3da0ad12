import { serve } from '@/server/serve'

// Exits when the test that started it has ended.
process.on('disconnect', () => process.exit(1))

// One server of several, as the environment says: the built site on a database that is ready.
const site = await serve({ dev: false, tests: true })
await site.complete()
process.on('SIGTERM', () => void site.close().then(() => process.exit(0)))
process.send?.('ready')
