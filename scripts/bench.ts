import { join } from 'node:path'
import { atEnd, command, end } from '@/scripts/ending'
import { step } from '@/scripts/lines'
import { DATA } from '@/scripts/paths'
import { openServer } from '@/scripts/postgres/server'
import { dataset } from '@/tests/bench/dataset/database'

await command(async () => {
  const server = await openServer({ folder: join(DATA, 'bench'), durable: true })
  atEnd(server.leave)
  for (const size of [10_000])
    await step('Data set', async (tell) => dataset(server.url('postgres'), size, (s) => (console.log(s), tell(s))))
  await end(0)
})
