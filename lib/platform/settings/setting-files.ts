import { readFileSync } from 'node:fs'

/** The settings that hold secrets. Each can be given as a file, as containers mount them: AUTH_SECRET_FILE. */
export const SECRET_SETTINGS = [
  'AUTH_SECRET',
  'DATABASE_URL',
  'DATABASE_PUBLIC_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_REPLICA_URLS',
  'ARCHIVE_ACCESS_KEY',
  'ARCHIVE_SECRET_KEY',
  'METRICS_TOKEN',
] as const

type Env = Record<string, string | undefined>

/**
 * The environment with each secret that `<NAME>_FILE` names, read from its file. The commands set some of them later, so
 * a value in the environment wins. Returns what is wrong as sentences.
 */
export function readSecretFiles(env: Env): { env: Env; wrong: string[] } {
  const read: Env = { ...env }
  const wrong: string[] = []
  for (const name of SECRET_SETTINGS) {
    const file = env[`${name}_FILE`]
    if (!file || env[name]) continue
    try {
      read[name] = readFileSync(file, 'utf8').trim()
      if (!read[name]) wrong.push(`${name}_FILE has to be a file with the value in it: ${file} is empty.`)
    } catch (error) {
      wrong.push(`${name}_FILE has to be a file that can be read (${(error as { code?: string }).code}): ${file}.`)
    }
  }
  return { env: read, wrong }
}
