import { createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { set, settings } from '@/lib/platform/settings/settings'
import { DATA } from '@/scripts/paths'
import { withConnection } from '@/scripts/postgres/databases'
import { CliError } from '@/scripts/cli/cli-error'

const FILE = join(DATA, 'secret')

/** Sets the secret that signs the admin area's cookies: from the settings, else a random one stored in .data. */
export function prepareAuthSecret(): void {
  if (settings().authSecret) return
  mkdirSync(DATA, { recursive: true })
  try {
    writeFileSync(FILE, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  }
  set('AUTH_SECRET', readFileSync(FILE, 'utf8').trim())
}

/**
 * Rejects a secret other than the one that this database's servers use. With different secrets, servers would reject
 * each other's cookies, and could not decrypt the keys of second factors.
 */
export async function assertSameSecret(databaseUrl: string): Promise<void> {
  const fingerprint = createHmac('sha256', settings().authSecret!).update('the secret of this site').digest('base64url')
  const stored = await withConnection(databaseUrl, async (client) => {
    await client.query(
      `INSERT INTO site_setting (key, value, by_id) VALUES ('secret', to_jsonb($1::text), 'system') ON CONFLICT DO NOTHING`,
      [fingerprint],
    )
    return (await client.query<{ value: string }>(`SELECT value FROM site_setting WHERE key = 'secret'`)).rows[0]!.value
  })
  if (stored === fingerprint) return
  throw new CliError(
    'AUTH_SECRET is not the one that this database was used with: give this server the same one as the others (where ' +
      'none was chosen, it is in .data/secret, or DATA_DIR, of the first). If that one is lost, everybody has to sign in again, and ' +
      "second factors have to be set up anew; then run DELETE FROM site_setting WHERE key = 'secret' and start again.",
  )
}
