import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readContent, resolve } from '@/lib/features/seed/content-files'
import type { RecordTypeName } from '@/lib/records/registry'
import type { CitationInput } from '@/lib/records/shared/citation'
import type { PolicyInput } from '@/lib/records/policies/schema'
import type { SourceInput } from '@/lib/records/sources/schema'
import type { StanceInput } from '@/lib/records/stances/schema'
import type { StatementInput } from '@/lib/records/statements/schema'

const REPOSITORY = join(import.meta.dirname, '../../..')
const SHARED = join(REPOSITORY, '../shared')
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
export const files = await readContent(join(REPOSITORY, 'prisma/content'))

// Uses keys as ids to make tests readable; real ids have ten characters.
export const asKey = (_room: RecordTypeName, key: string) => key
export const asId = (type: RecordTypeName, key: string) =>
  BigInt(`0x${sha256(`${type}/${key}`)}`)
    .toString(36)
    .slice(0, 10)

export const of = <Input>(type: RecordTypeName) =>
  files.filter((file) => file.type === type).map((file) => ({ key: file.key, ...(resolve(file, asKey) as Input) }))
export const one = <Input>(type: RecordTypeName, key: string) => of<Input>(type).find((record) => record.key === key)!
export const sources = of<SourceInput>('sources')
export const statements = of<StatementInput>('statements')
export const policies = of<PolicyInput>('policies')
export const stances = of<StanceInput>('stances')

/** All nested objects of a record. */
const objects = (value: unknown): Record<string, unknown>[] =>
  value === null || typeof value !== 'object'
    ? []
    : [...(Array.isArray(value) ? [] : [value as Record<string, unknown>]), ...Object.values(value).flatMap(objects)]
export const citations = files.flatMap((file) =>
  objects(file.data)
    .filter((found) => 'fidelity' in found)
    .map((found) => ({ where: `${file.type}/${file.key}`, ...(found as CitationInput) })),
)
export const texts = files.flatMap((file) =>
  objects(file.data)
    .filter((found) => typeof found.en === 'string')
    .map((found) => ({ where: `${file.type}/${file.key}`, ...(found as { en: string; es?: string }) })),
)

export const NEWSLETTER = 'hub-highlights-newsletter'
export const REWRITE = 'newsnetdaily-rewrite'

/** Original documents by hash, if they are available beside the repository. */
export function readOriginals(): Map<string, string> {
  const read = (folder: string, extension: string) =>
    existsSync(join(SHARED, folder))
      ? readdirSync(join(SHARED, folder))
          .filter((name) => name.endsWith(extension))
          .map((name) => readFileSync(join(SHARED, folder, name), 'utf8'))
      : []
  const stored = read('reference/crosscheck', '.json').map((json) => JSON.parse(json).stored_text as string | undefined)
  const all = [...read('seeds', '.txt'), ...stored.filter((text) => text !== undefined)]
  return new Map(all.map((text) => [sha256(text), text]))
}

/** Hash and rows of the roster workbook, if available beside the repository. */
export function readRoster(): { hash: string; rows: string[] } | null {
  const [book, table] = ['ice_participatingAgencies07182025pm.xlsx', 'ice_287g_participating_2025-07-18.csv'].map(
    (name) => join(SHARED, 'data/policy', name),
  ) as [string, string]
  if (!existsSync(book) || !existsSync(table)) return null
  return { hash: sha256(readFileSync(book)), rows: readFileSync(table, 'utf8').split('\n') }
}

export const withoutEmpty = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([, found]) => found !== null && !(Array.isArray(found) && !found.length))
  return Object.fromEntries(kept.map(([name, found]) => [name, withoutEmpty(found)]))
}

export const DOCUMENTED_POLICIES = [
  'bridgeport-school-access',
  'huntington-beach-resolution-2025-01',
  'los-angeles-city-resources-ordinance',
  'washington-rapid-response-order',
]
