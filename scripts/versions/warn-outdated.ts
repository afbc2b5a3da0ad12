import type { Settings } from '@/lib/platform/settings/settings'
import { isLoopback } from '@/lib/platform/settings/loopback'
import { withConnection } from '@/scripts/postgres/databases'
import { READ_ON, knownWeakness } from '@/scripts/versions/known-fixes'

/** The versions that this process and its database have: "20.20.2", and "18.4" of "18.4 (Debian 18.4-1)". */
export const versions = async (databaseUrl: string): Promise<{ node: string; postgres: string }> => {
  const { rows } = await withConnection(databaseUrl, (client) => client.query('SHOW server_version'))
  return { node: process.versions.node, postgres: rows[0].server_version.split(' ')[0] }
}

type Running = { node: string; postgres: string; isEmbedded: boolean }

/**
 * What a start says of programs with known weaknesses, where the site is served to others than this computer. A
 * PostgreSQL server of one's own is upgraded where it runs; the embedded one only by DATABASE_URL or a newer package.
 */
export function outdatedPrograms({ node, postgres, isEmbedded }: Running, { host }: Pick<Settings, 'host'>): string[] {
  if (host !== undefined && isLoopback(host)) return []
  const ofNode = knownWeakness('Node', node)
  const ofPostgres = knownWeakness('PostgreSQL', postgres)
  return [
    ...(ofNode ? [`${ofNode} Install a newer Node.`] : []),
    ...(ofPostgres ? [`${ofPostgres} ${isEmbedded ? EMBEDDED : 'Upgrade it.'}`] : []),
  ].map((sentence) => `${sentence} As known on ${READ_ON}.`)
}

const EMBEDDED = 'It comes with the packages: set DATABASE_URL to a newer server of your own.'
