// The door of every command: `npm start`, `npm run dev`, `npm test`. Plain JavaScript without dependencies, because
// it has to run before there are any: it installs what is missing, then hands over to the TypeScript beside it.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lifeOf, withLock } from './cli/process-lock.mjs'

const COMMANDS = [
  'start',
  'dev',
  'test',
  'database',
  'load',
  'backup',
  'restore',
  'verify',
  'invite',
  'roles',
  'serve-for-tests',
  'bench',
  'bench-web',
  'scan',
]

const root = fileURLToPath(new URL('..', import.meta.url))
const NPM = join(root, '.data', 'npm') // which npm is installing
process.chdir(root)
const command = process.argv[2] ?? ''

checkNode()
if (!COMMANDS.includes(command)) stop(`There is no command "${command}": it is one of ${COMMANDS.join(', ')}.`)
await withLock(join(root, '.data', 'install.lock'), install, () =>
  say('Packages     another start is installing them …'),
).catch((error) => stop(error.code === 'ENOSPC' ? 'The disk is full: make room and start again.' : error.message))

process.env.NODE_ENV ||= { start: 'production', 'serve-for-tests': 'production', dev: 'development' }[command] ?? 'test'
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.noDeprecation = process.env.NODE_ENV === 'production' // of packages; tests and development show them
const { register } = await import('tsx/esm/api')
register()
// The maps of all that is loaded hold 80 MB; without them an error names functions and files, not lines.
if (process.env.NODE_ENV === 'production' && !process.env.NODE_OPTIONS?.includes('--enable-source-maps'))
  process.setSourceMapsEnabled(false)
await import(`./cli/${command}.ts`)

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return
  stop(`This needs Node 20.19, 22.12 or 24 and later, and this is Node ${process.versions.node}: install a newer one.`)
}

/** `npm ci`, unless node_modules already is what package-lock.json says. */
async function install() {
  if (isInstalled()) return
  endLeftover()
  say('Packages     installing (about half a minute) …')
  const started = Date.now()
  const npm = process.env.npm_execpath
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const child = spawn(program, [...first, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  if (child.pid) writeFileSync(NPM, lifeOf(child.pid) ?? '')
  const { code, said } = await finished(child)
  if (code !== 0) {
    if (/ENOSPC/.test(said)) stop('The disk is full: make room and start again.')
    stop(`${said}\n\nnpm ci did not succeed (see above): check the connection to the npm registry, then start again.`)
  }
  say(`Packages     installed in ${Math.round((Date.now() - started) / 1000)} s`)
}

/** Of a start that was killed, npm may still be at work; two at once would spoil each other's. */
function endLeftover() {
  const life = existsSync(NPM) ? readFileSync(NPM, 'utf8') : ''
  if (life && lifeOf(parseInt(life)) === life) process.kill(parseInt(life), 'SIGKILL')
}

/**
 * The exit code of a program and all that it said. Of a Ctrl-C we end after it has ended.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ code: number, said: string }>}
 */
function finished(child) {
  const end = () => {
    child.once('close', () => process.exit(1))
    child.kill('SIGKILL') // npm itself would go on to the end
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.once(signal, end)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, said: error.message }))
    child.on('close', (code) => {
      for (const signal of signals) process.removeListener(signal, end)
      resolve({ code: code ?? 1, said: said.trim() })
    })
  })
}

/** npm notes in node_modules what it installed; optional packages of other systems are rightly not there. */
function isInstalled() {
  const [wanted, found] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) =>
    existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null,
  )
  if (!found) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (optional && !found[path]) || found[path]?.version === version,
  )
}

/** @param {string} line */
function say(line) {
  console.log(`  ${line}`)
}

/** @param {string} message */
function stop(message) {
  console.error(message)
  process.exit(1)
}
