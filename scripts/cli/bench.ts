import { join } from 'node:path'
import { onShutdown, runCommand, shutDown } from '@/scripts/cli/shutdown'
import { generate } from '@/scripts/build/generate-prisma-client'
import { UsageError, parseCommandLine, positiveNumber } from '@/scripts/cli/command-line.mjs'
import { step } from '@/scripts/cli/console'
import { DATA } from '@/scripts/paths'
import { openServer } from '@/scripts/postgres/server'
import { prepareAuthSecret } from '@/scripts/cli/auth-secret'
import type { Reading } from '@/tests/bench/measure'

await runCommand(async () => {
  const { options } = parseCommandLine('bench')
  const sizes = options.size.split(',').map((size) => positiveNumber('size', size))
  const [seconds, rounds] = [positiveNumber('seconds', options.seconds), positiveNumber('rounds', options.rounds)]
  const pace = { seconds, rounds, connections: 16 }
  prepareAuthSecret()
  await generate()
  const { MEASURES, measuresFor } = await import('@/tests/bench/measures/all')
  const { runSize } = await import('@/tests/bench/run')
  const { machine } = await import('@/tests/bench/machine')
  const { writeReport } = await import('@/tests/bench/report')
  const only = options.only.split(',').filter(Boolean)
  const selected = MEASURES.filter(({ name }) => only.includes(name))
  if (only.length && !selected.length)
    throw new UsageError(`There is no such measurement: they are ${MEASURES.map(({ name }) => name).join(', ')}.`)

  const server = await openServer({ folder: join(DATA, 'bench'), durable: true })
  onShutdown(server.leave)
  const readings = new Map<number, Reading[]>()
  for (const size of sizes)
    await step(`Bench ${size}`, async (reportProgress) => {
      readings.set(
        size,
        await runSize(
          { admin: server.url('postgres'), size, pace, reportProgress },
          only.length ? selected : measuresFor(size),
        ),
      )
      return 'measured'
    })
  console.log(`\n${writeReport(readings, machine(server.version), pace)}`)
  await shutDown(0)
})
