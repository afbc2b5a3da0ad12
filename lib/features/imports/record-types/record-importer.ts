import { mapInSlices } from '@/lib/platform/imports/map-in-slices'
import { identifier, sql } from '@/lib/platform/database/sql'
import type { Given, ImportColumn, Importer, GivenRow } from '@/lib/platform/imports/importer'
import { latestVersionsOf } from '@/lib/platform/imports/compare-latest'
import type { RecordBase, RecordTypes } from '@/lib/platform/publishing/record-type'
import { settings } from '@/lib/platform/settings/settings'
import { learnGeoids } from '@/lib/features/exports/export-view'
import type { AnyRegistry } from '@/lib/records/create-registry'
import type { Draft } from '@/lib/records/shared/import-setters'
import { fieldSetters } from './fields'
import { Finder } from './find'
import { type Published, type RecordRowImporter, idOfRow, planRow } from './plan-row'
import { localizedText } from '@/lib/platform/i18n/translate'

/** Imports files in the site's own export columns: new rows, and exported rows that were changed. */
export const recordImporter = (registry: AnyRegistry, name: string): Importer => {
  const type = registry[name]!
  const { columns, labels, importSetters, bulkImport } = type
  const setters = fieldSetters(type.record.shape, type.input.shape, importSetters)
  return {
    kind: `type-${name}`,
    label: labels.other,
    about: localizedText('importers.exports.about'),
    permission: bulkImport?.permission ?? 'record:import',
    columns: columns.map(({ name: code, label, about }): ImportColumn => ({ name: code, label, about })),
    ...(bulkImport && { chunk: bulkImport.chunk, publish: bulkImport.publish(registry) }),
    plan: async (rows, given) => {
      const read = await readRows(registry, name, rows, given)
      return mapInSlices(rows, (row) => planRow({ type, columns, setters, ...read }, row))
    },
  }
}

type Read = Pick<RecordRowImporter, 'context' | 'find' | 'published' | 'taken'>

async function readRows(types: RecordTypes, name: string, rows: readonly GivenRow[], { tx }: Given): Promise<Read> {
  const ids = rows.flatMap(({ cells }) => cells.id ?? [])
  const found = await sql`SELECT card FROM ${identifier(types[name]!.table)} WHERE id = ANY(${ids})`.rows<{
    card: RecordBase
  }>()
  const cards = found.map(({ card }) => card)
  const geoids = new Map<string, string>()
  await learnGeoids((query) => query.rows(), cards, geoids)
  const fresh = rows
    .filter(({ cells }) => !cells.id || cells.id === 'new')
    .map(({ cells: { id: _, ...own } }) => idOfRow(name, own))
  const latest = await latestVersionsOf(
    tx,
    [...cards.map(({ id }) => id), ...fresh].map((id) => ({ type: name, id })),
  )
  const published = new Map<string, Published>(
    cards.map((card) => [card.id, { card, data: latest.get(`${name}/${card.id}`)!.data as Draft }]),
  )
  const taken = new Set(fresh.filter((id) => latest.has(`${name}/${id}`) && !latest.get(`${name}/${id}`)!.withdrawn))
  return { context: { site: settings().siteUrl, geoids }, find: new Finder(tx, types), published, taken }
}
