import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandName, parseCommandLine, usage } from '@/scripts/cli/command-line.mjs'
import { COMMANDS } from '@/scripts/cli/commands.mjs'
import { ROOT } from '@/scripts/paths'
import { cases } from '@/tests/fixtures/thorough'

const UNKNOWN_OPTION = /^[^\n]* has no option --colour: see [^\n]* --help\.\n?$/

const names = Object.keys(COMMANDS) as CommandName[]

/** A copy of the entry point beside which nothing is installed. */
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'))
  mkdirSync(join(folder, 'scripts', 'cli'), { recursive: true })
  for (const file of ['run.mjs', 'cli/command-line.mjs', 'cli/commands.mjs', 'cli/process-lock.mjs'])
    cpSync(join(ROOT, 'scripts', file), join(folder, 'scripts', file))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [join(folder, 'scripts', 'run.mjs'), ...args], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    )
  })

/** Processes take most of the time of these tests: three commands, and all of them with `THOROUGH=5`. */
const spawned = names.filter((_, at) => at % 5 < cases(1).numRuns)

describe.concurrent.each(spawned)('%s, as a process', (name) => {
  test('prints its usage on --help, and installs and starts nothing', async () => {
    const { code, stdout, stderr } = await run(name, '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.trim()).toBe(usage(name))
    expect(existsSync(join(folder, '.data'))).toBe(false)
  })

  test('rejects an unknown option in one sentence, and installs and starts nothing', async () => {
    const { code, stdout, stderr } = await run(name, '--colour')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(UNKNOWN_OPTION)
    expect(existsSync(join(folder, '.data'))).toBe(false)
  })
})

describe.each(names)('%s', (name) => {
  test('knows --help, and its usage says how it is called', () => {
    expect(parseCommandLine(name, ['--help']).help).toBe(true)
    expect(usage(name)).toContain(`Usage: ${COMMANDS[name].call}`)
  })

  test('rejects an unknown option in one sentence that names it and --help', () => {
    expect(() => parseCommandLine(name, ['--colour'])).toThrow(UNKNOWN_OPTION)
    expect(() => parseCommandLine(name, ['--colour'])).toThrow(COMMANDS[name].call)
  })

  test('has a module', () => expect(existsSync(join(ROOT, 'scripts', 'cli', `${name}.ts`))).toBe(true))
})

test('without a command, the commands are listed with one line each', async () => {
  const { code, stderr } = await run()
  expect(code).toBe(2)
  for (const name of names) expect(stderr).toContain(`${name.padEnd(15)}  ${COMMANDS[name].summary}\n`)
  expect(await run('--help')).toEqual({ code: 0, stdout: stderr, stderr: '' })
})

test('an unknown command is one sentence', async () => {
  const { code, stderr } = await run('strat')
  expect(code).toBe(2)
  expect(stderr).toBe('There is no command "strat": see node scripts/run.mjs --help.\n')
})

test('every npm script calls a declared command as its usage says', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const calls = Object.entries(scripts).map(([script, line]) => [
    line.split('run.mjs ')[1],
    ['start', 'test'].includes(script) ? `npm ${script}` : `npm run ${script}`,
  ])
  const declared = names.filter((name) => COMMANDS[name].call.startsWith('npm'))
  expect(Object.fromEntries(calls)).toEqual(Object.fromEntries(declared.map((name) => [name, COMMANDS[name].call])))
})

describe('a command line', () => {
  test('gives options their defaults and accepts both syntaxes of a value', () => {
    expect(parseCommandLine('bench-web', []).options).toEqual({ size: '50000', rounds: '5' })
    expect(parseCommandLine('bench-web', ['--size', '7', '--rounds=2']).options).toEqual({ size: '7', rounds: '2' })
  })
  test('keeps the arguments in their order', () => {
    expect(parseCommandLine('test', ['unit', 'lint']).args).toEqual(['unit', 'lint'])
    expect(parseCommandLine('backup', ['--', '--odd-name']).args).toEqual(['--odd-name'])
  })
  test.each([
    ['verify', ['now'], 'npm run verify takes no argument "now": see npm run verify -- --help.'],
    ['backup', ['a', 'b'], 'npm run backup takes no argument "b": see npm run backup -- --help.'],
    ['restore', [], 'npm run restore needs <file>: see npm run restore -- --help.'],
    ['bench', ['--size'], '--size needs a value: see npm run bench -- --help.'],
    ['bench', ['--size', '--rounds', '3'], '--size needs a value: see npm run bench -- --help.'],
    ['bench', ['--help=yes'], '--help takes no value: see npm run bench -- --help.'],
    ['load', ['-x'], 'node scripts/run.mjs load has no option -x: see node scripts/run.mjs load --help.'],
    [
      'load',
      ['--toString'],
      'node scripts/run.mjs load has no option --toString: see node scripts/run.mjs load --help.',
    ],
  ] as const)('%s %j is rejected', (name, argv, sentence) => {
    expect(() => parseCommandLine(name, argv)).toThrow(sentence)
  })
  test('with --help does not validate its arguments', () => {
    expect(parseCommandLine('restore', ['--help']).help).toBe(true)
  })
})
