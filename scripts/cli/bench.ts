import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { onShutdown, runCommand, shutDown } from '@/scripts/cli/shutdown'
import { generate } from '@/scripts/build/generate-prisma-client'
import { step } from '@/scripts/cli/console'
import { DATA } from '@/scripts/paths'
import { openServer } from '@/scripts/postgres/server'
import { prepareAuthSecret } from '@/scripts/cli/auth-secret'
import { CliError } from '@/scripts/cli/cli-error'
import type { Reading } from '@/tests/bench/measure'

const OPTIONS = {
  size: { type: 'string', default: '10000,200000' },
  seconds: { type: 'string', default: '5' },
  rounds: { type: 'string', default: '5' },
  /** The names of measures; all of them without it. */
  only: { type: 'string', default: '' },
} as const

/**
 * `npm run bench -- --size 10000,200000,1000000`: makes the data sets, measures the site beside what is the limit, and
 * writes the table to docs/benchmarks.
 */
await runCommand(async () => {
  const { values } = parseArgs({ args: process.argv.slice(3), options: OPTIONS })
  const sizes = values.size.split(',').map(Number)
  const pace = { seconds: Number(values.seconds), rounds: Number(values.rounds), connections: 16 }
  if ([...sizes, pace.seconds, pace.rounds].some((number) => !(number > 0)))
    throw new CliError('Sizes, seconds and rounds are numbers: npm run bench -- --size 10000,200000 --seconds 5')
  prepareAuthSecret()
  await generate()
  const { MEASURES } = await import('@/tests/bench/measures/all')
  const { runSize } = await import('@/tests/bench/run')
  const { machine } = await import('@/tests/bench/machine')
  const { writeReport } = await import('@/tests/bench/report')
  const only = values.only.split(',').filter(Boolean)
  const measures = MEASURES.filter(({ name }) => !only.length || only.includes(name))
  if (!measures.length) throw new CliError(`There are these measures: ${MEASURES.map(({ name }) => name).join(', ')}.`)

  const server = await openServer({ folder: join(DATA, 'bench'), durable: true })
  onShutdown(server.leave)
  const readings = new Map<number, Reading[]>()
  for (const size of sizes)
    await step(`Bench ${size}`, async (tell) => {
      readings.set(size, await runSize({ admin: server.url('postgres'), size, pace, tell }, measures))
      return 'measured'
    })
  console.log(`\n${writeReport(readings, machine(server.version), pace)}`)
  await shutDown(0)
})
