import { serve } from '@/server/serve'

// The test that started it is gone.
process.on('disconnect', () => process.exit(1))

// One server of several, as the environment says: the built site on a database that is ready.
const site = await serve({ dev: false, tests: true })
await site.complete()
process.on('SIGTERM', () => void site.close().then(() => process.exit(0)))
process.send?.('ready')
