import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '@/scripts/build/build'
import { onShutdown, runCommand, shutDown } from '@/scripts/cli/shutdown'
import { generate } from '@/scripts/build/generate-prisma-client'
import { UsageError, parseCommandLine } from '@/scripts/cli/command-line.mjs'
import { printStep, elapsed } from '@/scripts/cli/console'
import { DATA } from '@/scripts/paths'
import { openTestServer } from '@/scripts/postgres/databases'
import { freePort } from '@/scripts/postgres/launch'
import { openServer } from '@/scripts/postgres/server'
import { contentTemplate } from '@/scripts/postgres/templates'
import { runCaptured } from '@/scripts/cli/child-process'
import { CliError } from '@/scripts/cli/cli-error'

type Result = { passed: boolean; output?: string; tests?: { passed: number; failed: number } }

const REPORTS = join(DATA, 'reports')

const runScript = async (path: string, ...args: string[]): Promise<Result> => {
  const { code, output } = await runCaptured(path, args)
  return { passed: code === 0, output }
}

async function vitest(project: string): Promise<Result> {
  const report = join(REPORTS, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const result = await runScript('node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters)
  const { numPassedTests: passed, numFailedTests: failed } = read(report)
  return { ...result, tests: { passed, failed } }
}

async function playwright(): Promise<Result> {
  const report = join(REPORTS, 'e2e.json')
  const env = { E2E_PORT: String(await freePort()), PLAYWRIGHT_JSON_OUTPUT_FILE: report, FORCE_COLOR: '0' }
  const { code, output } = await runCaptured(
    'node_modules/@playwright/test/cli.js',
    ['test', '--reporter=line,json'],
    env,
  )
  const { expected, unexpected, flaky } = read(report).stats ?? {}
  return { passed: code === 0, output, tests: { passed: (expected ?? 0) + (flaky ?? 0), failed: unexpected ?? 0 } }
}

/** The steps in their order. Steps of one row run at the same time. */
const STEPS: Record<string, () => Promise<Result>>[] = [
  { client: async () => ({ passed: true, output: String(await generate()) }) },
  {
    format: () => runScript('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
    lint: () => runScript('node_modules/oxlint/bin/oxlint', '--deny-warnings', '.'),
    types: async () => {
      const routes = await runScript('node_modules/next/dist/bin/next', 'typegen')
      return routes.passed ? runScript('node_modules/typescript/bin/tsc', '--noEmit') : routes
    },
  },
  { unit: () => vitest('unit') },
  // Integration tests often wait for PostgreSQL; meanwhile the build and the template with the first content run.
  {
    integration: () => vitest('integration'),
    build: async () => ({ passed: true, output: String(await build()) }),
    content: async () => {
      const server = await openTestServer()
      return { passed: true, output: await contentTemplate(server).finally(server.leave) }
    },
  },
  { instances: () => vitest('instances') },
  { e2e: playwright },
]

await runCommand(async () => {
  const requested = parseCommandLine('test').args
  const names = STEPS.flatMap(Object.keys)
  const unknown = requested.find((name) => !names.includes(name))
  if (unknown) throw new UsageError(`There is no step "${unknown}": the steps are ${names.join(', ')}.`)

  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  await startSharedServer()
  const total = { passed: 0, failed: 0 }
  for (const row of STEPS) {
    const chosen = Object.entries(row).filter(([name]) => !requested.length || requested.includes(name))
    const results = await Promise.all(chosen.map(([name, work]) => runStep(name, work)))
    for (const { passed, tests } of results) {
      total.passed += tests?.passed ?? 0
      total.failed += tests?.failed || (passed ? 0 : 1)
    }
    if (total.failed > 0) break
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  await shutDown(total.failed > 0 ? 1 : 0)
})

/** Starts the PostgreSQL that the steps share. It is stopped however this process ends. */
async function startSharedServer(): Promise<void> {
  if (process.env.DATABASE_URL) return
  const server = await openServer({ folder: join(DATA, 'test'), durable: false })
  onShutdown(server.leave)
}

async function runStep(name: string, work: () => Promise<Result>): Promise<Result> {
  const started = Date.now()
  const progress = setInterval(() => printStep(name, `running … ${elapsed(started)}`), 30_000)
  const result = await work()
    .catch((error: unknown) => {
      if (!(error instanceof CliError)) throw error
      return { passed: false, output: error.message } as Result
    })
    .finally(() => clearInterval(progress))
  const tests = result.tests ? `, ${result.tests.passed} passed, ${result.tests.failed} failed` : ''
  printStep(name, `${result.passed ? 'passed' : 'FAILED'} (${elapsed(started)}${tests})`)
  if (!result.passed) console.log(`\n${result.output?.trim()}\n`)
  return result
}

function read(report: string) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 }
}
