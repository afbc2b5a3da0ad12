import type { z } from 'zod'
import { sql } from '@/lib/platform/database/sql'
import type { Given, ImportColumn, Importer, GivenRow } from '@/lib/platform/imports/importer'
import { latestVersionsOf } from '@/lib/platform/imports/compare-latest'
import type { RecordBase, RecordTypes } from '@/lib/platform/publishing/record-type'
import { settings } from '@/lib/platform/settings/settings'
import { identifier as quoted } from '@/lib/platform/database/sql'
import { learnGeoids } from '@/lib/features/exports/export-view'
import { columnsFor } from '@/lib/records/columns'
import { publishPlaces } from '@/lib/records/jurisdictions/publish-places'
import type { RecordTypeName } from '@/lib/records/paths'
import { LIST_NAMES } from './names'
import { historySetter, noteSetter, ownCitations, readOnly, statusSetters } from './evidence'
import type { Draft, Setter } from './cell'
import { fieldSetters } from './fields'
import { Finder } from './find'
import { officialSetters } from './official'
import { type Published, type RecordRowImporter, idOfRow, planRow } from './plan-row'
import { sourceSetters } from './source'
import { statementSetters } from './statement'

const LATER = readOnly('topics', 'provisions_en', 'provisions_es')

/** What a record type's definition does not say of its columns. */
const BY_HAND: Readonly<Record<RecordTypeName, Readonly<Record<string, readonly Setter[]>>>> = {
  // The citation comes first: a new entry's first status is cited by it.
  policies: {
    title: [ownCitations, ...titles()],
    events: [...statusSetters, historySetter],
    provisions: [LATER],
    notes: [noteSetter],
    citations: [],
  },
  'federal-actions': {
    title: [ownCitations, ...titles()],
    events: [historySetter],
    notes: [noteSetter],
    citations: [],
  },
  stances: { citations: [ownCitations] },
  labels: { citations: [ownCitations] },
  statements: statementSetters,
  officials: officialSetters,
  sources: sourceSetters,
  organizations: {},
  jurisdictions: {},
}

function titles(): Setter[] {
  return [
    {
      columns: ['title_en', 'title_es'],
      set: ({ cell, draft }) => {
        draft.title = { en: cell('title_en'), ...(cell('title_es') && { es: cell('title_es') }) }
      },
    },
  ]
}

/** The address of a place is in its permanent address. */
const PLACE_PATH: Setter = {
  columns: ['permalink'],
  set: ({ cell, draft }) => {
    draft.path = /(\/[a-z]{2}(\/[a-z0-9-]+)?)$/.exec(cell('permalink'))?.[1]
  },
}

const FULL_NAME: Setter = {
  columns: ['full_name'],
  set: ({ cell, draft }) => {
    draft.fullName = cell('full_name')
  },
}

/** A file in the columns of our own downloads: new rows, and rows that were downloaded and changed. */
export const recordImporter = (types: RecordTypes, name: RecordTypeName): Importer => {
  const type = types[name]!
  const shape = (schema: z.ZodType) => (schema as z.ZodObject).shape as Record<string, z.ZodType>
  const places = name === 'jurisdictions'
  const columns = columnsFor(name)
  const setters = [
    ...(places ? [PLACE_PATH, FULL_NAME] : []),
    ...fieldSetters(shape(type.record), shape(type.input), BY_HAND[name]).filter(
      ({ columns: [first] }) => !places || first !== 'full_name',
    ),
  ]
  return {
    kind: `type-${name}`,
    label: LIST_NAMES[name],
    about: {
      en: 'A file with the columns of this site’s own downloads. A row with an id changes that entry; without one it is new.',
      es: 'Un archivo con las columnas de las descargas de este sitio. Una fila con ID cambia esa entrada; sin ID, es nueva.',
    },
    permission: places ? 'place:import' : 'record:import',
    columns: columns.map(({ name: code, label, about }): ImportColumn => ({ name: code, label, about })),
    ...(places && { chunk: 500, publish: publishPlaces(types) }),
    plan: async (rows, given) => {
      const read = await readRows(types, name, rows, given)
      const planned = []
      for (const row of rows) planned.push(await planRow({ type, columns, setters, ...read }, row))
      return planned
    },
  }
}

type Read = Pick<RecordRowImporter, 'context' | 'find' | 'published' | 'taken'>

async function readRows(
  types: RecordTypes,
  name: RecordTypeName,
  rows: readonly GivenRow[],
  { tx }: Given,
): Promise<Read> {
  const ids = rows.flatMap(({ cells }) => cells.id ?? [])
  const found = await sql`SELECT card FROM ${quoted(types[name]!.table)} WHERE id = ANY(${ids})`.rows<{
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
