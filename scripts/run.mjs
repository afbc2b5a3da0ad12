// The door of every command: `npm start`, `npm run dev`, `npm test`. Plain JavaScript without dependencies, because
// it has to run before there are any: it installs what is missing, then hands over to the TypeScript beside it.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

const COMMANDS = ['start', 'dev', 'test', 'database', 'load', 'serve-for-tests']

const root = fileURLToPath(new URL('..', import.meta.url))
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
await import(`./${command}.ts`)

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return
  stop(`This needs Node 20.19, 22.12 or 24 and later, and this is Node ${process.versions.node}: install a newer one.`)
}

/** `npm ci`, unless node_modules already is what package-lock.json says. */
function install() {
  if (isInstalled()) return
  say('Packages     installing (about half a minute) …')
  const started = Date.now()
  const npm = process.env.npm_execpath
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, stdout, stderr, error } = spawnSync(program, [...first, ...args], { encoding: 'utf8' })
  if (error || status !== 0) {
    const said = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim()
    if (/ENOSPC/.test(said)) stop('The disk is full: make room and start again.')
    stop(`${said}\n\nnpm ci did not succeed (see above): check the connection to the npm registry, then start again.`)
  }
  say(`Packages     installed in ${Math.round((Date.now() - started) / 1000)} s`)
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
