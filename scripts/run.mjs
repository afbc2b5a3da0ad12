// The entry point of every command (`npm start`, `npm run dev`, `npm test`). Plain JavaScript without dependencies:
// it installs the packages where they are missing, then runs scripts/cli/<command>.ts.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import util from 'node:util'
import { overview, parseCommandLine, usage } from './cli/command-line.mjs'
import { COMMANDS } from './cli/commands.mjs'
import { lifeOf, withLock } from './cli/process-lock.mjs'

const FULL_DISK = 'The disk is full: free some space and start again.'

const root = fileURLToPath(new URL('..', import.meta.url))
/** What is installed belongs to the project's folder, wherever DATA_DIR is. */
const LOCK = join(root, '.data', 'install.lock')
/** Contains the process ID of the running `npm ci`. */
const NPM_PID = join(root, '.data', 'npm')
process.chdir(root)
const command = process.argv[2] ?? ''

checkNode()
answerUsage()
readDataDir()
if (!isInstalled())
  await withLock(LOCK, install, () => say('Packages     another start is installing them …')).catch((error) =>
    stop(sentenceFor(error)),
  )

process.env.NODE_ENV ||= COMMANDS[command].nodeEnv
process.env.NEXT_TELEMETRY_DISABLED = '1'
// Hides deprecation warnings of packages in production; tests and development show them.
process.noDeprecation = process.env.NODE_ENV === 'production'
const { register } = await import('tsx/esm/api')
register()
// Source maps of all loaded modules take 80 MB. Without them a stack names functions and files, but no lines.
if (process.env.NODE_ENV === 'production' && !process.env.NODE_OPTIONS?.includes('--enable-source-maps'))
  process.setSourceMapsEnabled(false)
await import(`./cli/${command}.ts`)

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return
  stop(`This needs Node 20.19, 22.12 or 24 and later, and this is Node ${process.versions.node}: install a newer one.`)
}

/** Ends the process if the command line requests help or is invalid. */
function answerUsage() {
  if (!command) stop(overview(), 2)
  if (command === '--help' || command === '-h') print(overview())
  if (!Object.hasOwn(COMMANDS, command)) stop(`There is no command "${command}": see node scripts/run.mjs --help.`, 2)
  try {
    if (parseCommandLine(command).help) print(usage(command))
  } catch (error) {
    stop(error.message, 2)
  }
}

/**
 * Takes DATA_DIR from .env: the modules that use it are loaded before the other settings are read. Old versions of Node
 * have no parseEnv, so it can't be imported by name before `checkNode`.
 */
function readDataDir() {
  const file = join(root, '.env')
  if (process.env.DATA_DIR || !existsSync(file)) return
  const { DATA_DIR } = util.parseEnv(readFileSync(file, 'utf8'))
  if (DATA_DIR) process.env.DATA_DIR = DATA_DIR
}

/** @param {NodeJS.ErrnoException} error */
function sentenceFor({ code, message }) {
  if (code === 'ENOSPC') return FULL_DISK
  return code === 'EROFS' || code === 'EACCES'
    ? `Packages are missing, and ${root} can't be written: run npm ci there as its owner.`
    : message
}

/** Runs `npm ci` unless node_modules matches package-lock.json. */
async function install() {
  if (isInstalled()) return
  killLeftoverNpm()
  say('Packages     installing (about half a minute) …')
  const started = Date.now()
  const npm = process.env.npm_execpath
  const [executable, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const child = spawn(executable, [...first, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  if (child.pid) writeFileSync(NPM_PID, lifeOf(child.pid) ?? '')
  const { code, output } = await finished(child)
  rmSync(NPM_PID, { force: true })
  if (code !== 0) {
    if (/ENOSPC/.test(output)) stop(FULL_DISK)
    stop(`${output}\n\nnpm ci did not succeed (see above): check the connection to the npm registry, then start again.`)
  }
  say(`Packages     installed in ${Math.round((Date.now() - started) / 1000)} s`)
}

/** Kills the npm that a killed start left running: two concurrent installations would corrupt node_modules. */
function killLeftoverNpm() {
  const life = existsSync(NPM_PID) ? readFileSync(NPM_PID, 'utf8') : ''
  if (life && lifeOf(parseInt(life)) === life) process.kill(parseInt(life), 'SIGKILL')
}

/**
 * A child's exit code and output. A signal to us kills the child first and then ends us.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ code: number, output: string }>}
 */
function finished(child) {
  const end = () => {
    child.once('close', () => process.exit(1))
    child.kill('SIGKILL') // npm does not stop on a softer signal
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.once(signal, end)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => {
      for (const signal of signals) process.removeListener(signal, end)
      resolve({ code: code ?? 1, output: output.trim() })
    })
  })
}

/**
 * Compares package-lock.json with npm's record in node_modules. Optional packages may be absent, and those of
 * development too, unless the command needs them.
 */
function isInstalled() {
  const [wanted, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) =>
    existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null,
  )
  if (!installed) return false
  const { devPackages } = COMMANDS[command]
  return Object.entries(wanted).every(([path, { version, optional, dev, devOptional }]) => {
    const mayBeAbsent = optional || (!devPackages && (dev || devOptional))
    return path === '' || (mayBeAbsent && !installed[path]) || installed[path]?.version === version
  })
}

/** @param {string} line */
function say(line) {
  console.log(`  ${line}`)
}

/** @param {string} text */
function print(text) {
  console.log(text)
  process.exit(0)
}

/**
 * @param {string} message
 * @param {number} [code]
 */
function stop(message, code = 1) {
  console.error(message)
  process.exit(code)
}
