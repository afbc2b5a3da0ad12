import { type Choice, type Problem, error } from '@/lib/platform/imports/importer'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'
import { closestName, foldName } from '@/lib/text/similar-names'
import { localizedText } from '@/lib/platform/i18n/translate'

/** An incomplete input. */
export type Draft = Record<string, unknown>

/** Records that a cell may refer to. `like` holds similar names if there is no exact match. */
export type Matches = { found: Choice[]; like: Choice[] }

/** Finds records by id, address, or name and state. */
export type RecordFinder = { find: (type: string, text: string, usps?: string) => Promise<Matches> }

/** A setter's context: the row's cells, which of them differ from the published record, and the input so far. */
export type Setting = {
  draft: Draft
  /** True if no record is published under the row's id. */
  isNew: boolean
  cell: (column: string) => string
  changed: (column: string) => boolean
  find: RecordFinder
  add: (column: string, problem: Problem) => void
}

/** Sets a part of the input from some columns. `derived` columns are computed from it and cannot be set. */
export type Setter = {
  columns: readonly string[]
  derived?: readonly string[]
  set: (setting: Setting) => void | Promise<void>
}

/** The items of a list cell: "Will not cooperate; will_cooperate". */
export const items = (cell: string): string[] =>
  cell
    .split(/;\s*/)
    .map((one) => one.trim())
    .filter(Boolean)

/** Parses a code, given as the code or as its label in either language; otherwise adds a problem. */
export const codeIn = (
  { add }: Pick<Setting, 'add'>,
  column: string,
  vocabulary: Vocabulary,
  text: string,
): string | undefined => {
  const codes = Object.keys(vocabulary)
  const found = codes.find((code) =>
    [code, vocabulary[code]!.en, vocabulary[code]!.es].some((one) => foldName(one) === foldName(text)),
  )
  if (found) return found
  const like = closestName(text, codes, (code) => vocabulary[code]!.en)
  add(
    column,
    error(
      localizedText('importers.exports.unknownCode', { text }),
      CHOOSE,
      (like.length ? like : codes.length <= 12 ? codes : []).map((code) => ({
        value: code,
        label: vocabulary[code]!.en,
      })),
    ),
  )
  return undefined
}

/** Resolves a cell to a record id. Adds a problem when no record or several records match. */
export const recordIn = async (
  { find, add }: Pick<Setting, 'find' | 'add'>,
  column: string,
  type: string,
  text: string,
  usps?: string,
): Promise<string | undefined> => {
  const { found, like } = await find.find(type, text, usps)
  if (found.length === 1) return found[0]!.value
  const what = found.length
    ? localizedText('importers.exports.severalEntries', { text })
    : localizedText('importers.exports.noEntry', { text })
  const todo = found.length || like.length ? CHOOSE : localizedText('importers.exports.publishFirst')
  add(column, error(what, todo, found.length ? found : like))
  return undefined
}

export const CHOOSE = localizedText('importers.exports.choose')

export const cannotChange = (): Problem =>
  error(localizedText('importers.exports.readOnlyColumn'), localizedText('importers.exports.restoreColumn'))

type Target = Draft | undefined

/** Sets a date: its EDTF form and the source's wording. The interval in days is derived. */
export const dateSetter = (name: string, target: (draft: Draft) => Target, property: string): Setter => ({
  columns: [`${name}_edtf`, `${name}_as_written`],
  derived: [`${name}_earliest`, `${name}_latest`],
  set: ({ cell, draft }) => {
    const object = target(draft)
    if (!object) return
    const asWritten = cell(`${name}_as_written`)
    const edtf = cell(`${name}_edtf`)
    object[property] = edtf ? { edtf, ...(asWritten && { asWritten }) } : null
  },
})

/** Sets links to records by id, address, name or GEOID. The changed cell takes precedence. */
export const linkSetter = (name: string, property: string, type: string): Setter => ({
  columns: [name, `${name}_id`, `${name}_geoid`],
  derived: [`${name}_state`],
  set: async (setting) => {
    const { cell, changed, draft } = setting
    const order = [`${name}_id`, name, `${name}_geoid`]
    const column = order.find((one) => changed(one) && cell(one)) ?? order.find((one) => cell(one)) ?? name
    const usps = items(cell(`${name}_state`))
    const many = property.endsWith('s')
    const ids: string[] = []
    for (const text of many ? items(cell(column)) : [cell(column)].filter(Boolean)) {
      const id = await recordIn(setting, column, type, text, usps.length === 1 ? usps[0] : undefined)
      if (id) ids.push(id)
    }
    draft[property] = many ? ids : (ids[0] ?? null)
  },
})
