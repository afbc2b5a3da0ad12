import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { set, settings } from '@/lib/platform/settings'
import { DATA } from '@/scripts/paths'

const FILE = join(DATA, 'secret')

/** A secret for the desk's cookies: the one of the settings, else one that this clone keeps for itself. */
export function prepareSecret(): void {
  if (settings().authSecret) return
  mkdirSync(DATA, { recursive: true })
  try {
    writeFileSync(FILE, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  }
  set('AUTH_SECRET', readFileSync(FILE, 'utf8').trim())
}
