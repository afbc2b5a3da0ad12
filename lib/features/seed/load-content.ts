import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import { idFor } from '@/lib/platform/publishing/ids'
import { type ContentFile, resolve } from './content-files'
import type { RecordTypeName } from '@/lib/records/registry'
import { firstContent } from './first-content'
import { countyRedirects, gazetteer } from '@/lib/records/jurisdictions/gazetteer/gazetteer'
import { importPlaces } from '@/lib/records/jurisdictions/import-places'
import { publishDrafts, saveDrafts } from '@/lib/features/editing/commands'

type Progress = (label: string, done: number, total: number) => void

/** Places per transaction: few enough to show progress, enough to be fast. */
const CHUNK = 2_000

/** Entries published per transaction. */
const STEP = 10

/** Records that the content with this hash is loaded, so that the next start skips it. */
const finishLoad = command({
  name: 'content.load',
  permission: 'place:import',
  input: z.strictObject({ state: z.string() }),
  run: async () => {},
  detail: ({ state }) => ({ state }),
})

/**
 * Publishes the places and the seed content. Skips records that have a history, so an interrupted load resumes and
 * editors' changes and withdrawals survive. Returns whether there was anything to do.
 */
export async function loadFirstContent({ onProgress = () => {} }: { onProgress?: Progress } = {}): Promise<boolean> {
  const { files, state, isLoaded } = await firstContent()
  if (isLoaded) return false
  await loadPlaces(onProgress)
  await loadFiles(files, onProgress)
  await finishLoad(SYSTEM, { state })
  return true
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

async function loadFiles(files: ContentFile[], onProgress: Progress): Promise<void> {
  onProgress('Entries', 0, files.length)
  const published = await sql`SELECT type || '/' || record_id AS key FROM revision WHERE version = 1`.rows<{
    key: string
  }>()
  const there = new Set(published.map(({ key }) => key))
  const idOf = await idFinder(files)
  const drafts = files
    .map((file) => ({ file, recordId: idOf(file.type, addressOf(file)) }))
    .filter(({ file, recordId }) => !there.has(`${file.type}/${recordId}`))
    .map(({ file, recordId }) => ({
      type: file.type,
      recordId,
      baseVersion: 0,
      data: resolve(file, idOf),
    }))
  // Batches keep transactions short on slow machines. Entries link only to entries before them.
  for (let from = 0; from < drafts.length; from += STEP) {
    const step = drafts.slice(from, from + STEP)
    await publishDrafts(SYSTEM, { draftIds: await saveDrafts(SYSTEM, { drafts: step }) })
    onProgress('Entries', Math.min(from + STEP, drafts.length), drafts.length)
  }
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
