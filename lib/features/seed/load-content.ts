import { z } from 'zod'
import { command, issuesOf } from '@/lib/platform/commands/command'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import { localizedMessage } from '@/lib/platform/i18n/translate'
import { idFor } from '@/lib/platform/publishing/ids'
import { type ContentFile, resolve } from './content-files'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { firstContent } from './first-content'
import { countyRedirects, gazetteer } from '@/lib/records/jurisdictions/gazetteer/gazetteer'
import { importPlaces } from '@/lib/records/jurisdictions/import-places'
import { type ContentEntry, contentStates, nextStep, publishContent } from './content-versions'

type Progress = (label: string, done: number, total: number) => void

/** Places per transaction: few enough to show progress, enough to be fast. */
const CHUNK = 2_000

/** Entries published per transaction: short enough on slow machines. */
const STEP = 50

/** Records that the content with this hash is loaded, so that the next start skips it. */
const finishLoad = command({
  name: 'content.load',
  permission: 'place:import',
  input: z.strictObject({ state: z.string(), waiting: z.array(z.string()) }),
  run: async () => {},
  detail: ({ state, waiting }) => ({ state, ...(waiting.length && { waiting }) }),
})

/** A content file that changed after an editor had changed its record. */
export type Waiting = { file: string; record: string }

/**
 * Publishes the places and the content files: new ones, and newer versions of those that nobody has changed since they
 * were loaded. An interrupted load resumes. Editors' changes and withdrawals survive: a newer file of such a record
 * waits, and is in the result. Null if there was nothing to do.
 */
export async function loadFirstContent({ onProgress = () => {} }: { onProgress?: Progress } = {}): Promise<
  Waiting[] | null
> {
  const { files, state, isLoaded } = await firstContent()
  if (isLoaded) return null
  await loadPlaces(onProgress)
  const waiting = await loadFiles(files, onProgress)
  await finishLoad(SYSTEM, { state, waiting: waiting.map(({ record }) => record) })
  return waiting
}

async function loadPlaces(onProgress: Progress): Promise<void> {
  onProgress('Places', 0, 1)
  const places = gazetteer().map(({ key, parentPath, ...place }) => ({
    ...place,
    id: idFor('jurisdictions', key),
    parentPath,
  }))
  const ids = new Map(places.map(({ path, id }) => [path, id]))
  const parents = new Map(places.map(({ path, parentPath }) => [path, parentPath]))
  const depth = (path: string): number => (parents.get(path) ? 1 + depth(parents.get(path)!) : 0)
  const inputs = places
    .toSorted((a, b) => depth(a.path) - depth(b.path))
    .map(({ parentPath, ...place }) => ({ ...place, parentId: parentPath && ids.get(parentPath)! }))
  for (let from = 0; from < inputs.length; from += CHUNK) {
    await importPlaces(SYSTEM, { places: inputs.slice(from, from + CHUNK) })
    onProgress('Places', Math.min(from + CHUNK, inputs.length), inputs.length)
  }
  await importPlaces(SYSTEM, { places: [], redirects: countyRedirects() })
}

async function loadFiles(files: ContentFile[], onProgress: Progress): Promise<Waiting[]> {
  onProgress('Entries', 0, files.length)
  const idOf = await idFinder(files)
  const links = files.map((file) => ({ type: file.type, id: idOf(file.type, addressOf(file)) }))
  const states = await contentStates(links)
  const waiting: Waiting[] = []
  const entries: ContentEntry[] = []
  for (const [at, file] of files.entries()) {
    const { id } = links[at]!
    const data = inputOf(file, idOf)
    const state = states.get(`${file.type}/${id}`)
    const next = nextStep(data, state)
    const version = state?.version ?? 0
    if (next === 'publish') entries.push({ type: file.type, id, baseVersion: version, data })
    if (next === 'wait') waiting.push({ file: `${file.type}/${file.key}.json`, record: `${file.type}/${id}` })
  }
  for (let from = 0; from < entries.length; from += STEP) {
    const step = entries.slice(from, from + STEP)
    await publishContent(SYSTEM, { entries: step })
    onProgress('Entries', Math.min(from + STEP, entries.length), entries.length)
  }
  return waiting
}

/** The file as input of its type. @throws Error that names the file, the field and what is wrong. */
const inputOf = (file: ContentFile, idOf: (type: RecordTypeName, key: string) => string): unknown => {
  const parsed = RECORD_TYPES[file.type].input.safeParse(resolve(file, idOf))
  if (parsed.success) return parsed.data
  const issues = Object.entries(issuesOf(parsed.error)).map(
    ([path, messages]) => `${path || 'entry'}: ${messages.map((one) => localizedMessage(one).en).join(' ')}`,
  )
  throw new Error(`${file.type}/${file.key}.json, ${issues.join('; ')}`)
}

/** The key by which other files refer to this file; for a place, its path. */
const addressOf = ({ type, key, data }: ContentFile): string =>
  type === 'jurisdictions' ? (data as { path: string }).path : key

/** Resolves a key to a record id. A place's key is its path, in the database or in a file. */
async function idFinder(files: ContentFile[]): Promise<(type: RecordTypeName, key: string) => string> {
  const known = await sql`SELECT path, id FROM jurisdiction`.rows<{ path: string; id: string }>()
  const places = new Map(known.map(({ path, id }) => [path, id]))
  const keys = new Set(files.map(({ type, key }) => `${type}/${key}`))
  for (const file of files) {
    if (file.type !== 'jurisdictions') continue
    const path = addressOf(file)
    if (!places.has(path)) places.set(path, idFor('jurisdictions', `content:${file.key}`))
  }
  return (type, key) => {
    const id = type === 'jurisdictions' ? places.get(key) : keys.has(`${type}/${key}`) ? idFor(type, key) : undefined
    if (id === undefined) throw new Error(`There is no ${type}/${key}.`)
    return id
  }
}
