import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * An identifier of a running process that a later process with the same PID doesn't share; null if it has ended.
 * A zombie (killed, not yet reaped by its parent) counts as ended, although `kill(pid, 0)` still finds it.
 * @param {number} pid
 * @returns {string | null}
 */
export function lifeOf(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return state === 'Z' || state === 'X' ? null : `${pid} ${rest[18]}`
    } catch {
      return null
    }
  }
  try {
    process.kill(pid, 0)
    return String(pid)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM' ? String(pid) : null
  }
}

/**
 * Runs `work` with exclusive ownership of the lock file. A lock left by a killed process is replaced.
 * @template T
 * @param {string} path
 * @param {() => T | Promise<T>} work
 * @param {() => void} [onWait] called once when another process has the lock
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
  const mine = /** @type {string} */ (lifeOf(process.pid))
  mkdirSync(dirname(path), { recursive: true })
  for (let said = false; !take(path, mine); await sleep(100)) {
    if (!said) onWait?.()
    said = true
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

/**
 * @param {string} path
 * @param {string} mine
 */
function take(path, mine) {
  try {
    writeFileSync(path, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  }
  const holder = read(path)
  // An empty file is still being written.
  if (!holder || lifeOf(parseInt(holder)) === holder) return false
  // Two processes may find the same dead owner. A process that moved away a new lock puts it back.
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    if (read(aside) === holder) rmSync(aside)
    else renameSync(aside, path)
  } catch {
    // The other process was faster.
  }
  return false
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
