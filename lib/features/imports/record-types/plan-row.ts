import type { z } from 'zod'
import {
  type GivenRow,
  type PlannedRow,
  type Problem,
  type RowProblems,
  error,
  warning,
} from '@/lib/platform/imports/importer'
import { idFor } from '@/lib/platform/publishing/ids'
import type { AnyRecordType, RecordBase } from '@/lib/platform/publishing/record-type'
import type { FlatColumn, FlatContext } from '@/lib/records/shared/flatten'
import { CHOOSE, type Draft, type RecordFinder, type Setter, cannotChange } from '@/lib/records/shared/import-setters'
import { localizedText } from '@/lib/platform/i18n/translate'

/** The record published under a row's id: its public card and its input. */
export type Published = { card: RecordBase; data: Draft }

export type RecordRowImporter = {
  type: AnyRecordType
  columns: readonly FlatColumn<RecordBase>[]
  setters: readonly Setter[]
  context: FlatContext
  find: RecordFinder
  published: ReadonlyMap<string, Published>
  /** Ids in the history that earlier imports assigned to new entries. */
  taken: ReadonlySet<string>
}

/** The id of a new entry is derived from its row, so importing the same row again yields the same id. */
export const idOfRow = (recordType: string, cells: Readonly<Record<string, string>>): string =>
  idFor(recordType, `import:${JSON.stringify(Object.entries(cells).toSorted())}`)

const ALWAYS = new Set(['id', 'permalink', 'version', 'published_at', 'updated_at'])

const folded = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** Exports prefix cells that a spreadsheet would run as formulas with an apostrophe. */
const FORMULA = /^'(?=\s*[=+\-@＝＋－＠\t\r])/

/**
 * Plans a row in the site's own export columns. Ignores cells that equal the published value and passes others to the
 * setters of their columns. So an unmodified export changes nothing, even if the format cannot express all data.
 */
export async function planRow(given: RecordRowImporter, { cells }: GivenRow): Promise<PlannedRow> {
  const { type: recordType, columns, setters, context, find, published } = given
  const problems: RowProblems = {}
  const add = (column: string, problem: Problem) => (problems[column] = [...(problems[column] ?? []), problem])
  const asNew = !cells.id || cells.id === 'new'
  const there = asNew ? undefined : published.get(cells.id!)
  const title = titleOf(cells, there)
  if (!asNew && !there) {
    add('id', error(NO_SUCH_ID, EMPTY_ID))
    return { title, problems, entries: [] }
  }
  const { id: _, ...own } = cells
  const id = there?.card.id ?? idOfRow(recordType.name, own)
  if (!there && given.taken.has(id)) {
    add('', warning(BEFORE))
    return { title, problems, entries: [] }
  }
  const before = (column: string): string => {
    const flat = there && columns.find(({ name }) => name === column)?.value(there.card, context)
    return folded(flat === null || flat === undefined ? '' : String(flat))
  }
  const cell = (column: string): string => folded(cells[column] ?? '').replace(FORMULA, '')
  // A missing column changes nothing; an empty cell clears the value.
  const present = (column: string) => column in cells
  const changed = (column: string) => present(column) && cell(column) !== before(column)
  const draft = there ? structuredClone(there.data) : blank(recordType.input as z.ZodObject)
  const setting = {
    draft,
    isNew: !there,
    cell: (column: string) => (present(column) ? cell(column) : before(column)),
    changed,
    find,
    add,
  }
  for (const { columns: of, derived = [], set } of setters) {
    const due = of.some(changed)
    if (due) await set(setting)
    else for (const column of derived) if (there && changed(column)) add(column, cannotChange())
  }
  const known = new Set(setters.flatMap(({ columns: of, derived = [] }) => [...of, ...derived]))
  for (const { name } of columns)
    if (!known.has(name) && !ALWAYS.has(name) && there && changed(name)) add(name, cannotChange())
  if (!there && !cells.id) await lookForSame(given, cells, add)
  return { title, problems, entries: [{ type: recordType.name, id, data: draft }] }
}

const titleOf = (cells: Readonly<Record<string, string>>, there: Published | undefined): string =>
  cells.full_name ??
  cells.name ??
  cells.title ??
  cells.title_en ??
  cells.words ??
  cells.summary_en ??
  cells.speaker ??
  there?.card.path ??
  ''

/**
 * Initial input: null or an empty list where the schema accepts it. Other fields stay missing until a cell sets them.
 */
const blank = (input: z.ZodObject): Draft =>
  Object.fromEntries(
    Object.entries(input.shape as Record<string, z.ZodType>).flatMap(([property, schema]): [string, unknown][] => {
      if (schema.safeParse(undefined).success) return []
      if (schema.safeParse(null).success) return [[property, null]]
      return [[property, (schema.def as { type: string }).type === 'array' ? [] : undefined]]
    }),
  )

/** Reports possible duplicates of a new row, which an editor must confirm as different. */
async function lookForSame(
  { type: recordType, find }: RecordRowImporter,
  cells: Readonly<Record<string, string>>,
  add: (column: string, problem: Problem) => void,
) {
  const text = recordType.name === 'sources' ? cells.url : (cells.full_name ?? cells.name)
  if (!text) return
  const usps = cells.usps ?? cells.jurisdiction_state
  const { found } = await find.find(recordType.name, text, usps)
  if (found.length)
    add(
      'id',
      error(SAME, CHOOSE, [
        ...found,
        ...(recordType.name === 'sources' ? [] : [{ value: 'new', label: 'Another one' }]),
      ]),
    )
}

const NO_SUCH_ID = localizedText('importers.exports.noSuchId')
const EMPTY_ID = localizedText('importers.exports.emptyId')
const BEFORE = localizedText('importers.exports.importedBefore')
const SAME = localizedText('importers.exports.samePublished')
