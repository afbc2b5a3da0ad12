import { type Problem, error } from '@/lib/platform/imports/importer'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'
import { closestName, foldName } from '../similar-names'
import type { Finder } from './find'

/** An input on its way: as JSON, with whatever it has so far. */
export type Draft = Record<string, unknown>

/** What a setter works with: the row's cells, which of them differ from what is published, and the input so far. */
export type Setting = {
  draft: Draft
  /** Nothing is published under this row's id yet. */
  isNew: boolean
  cell: (column: string) => string
  changed: (column: string) => boolean
  find: Finder
  add: (column: string, problem: Problem) => void
}

/** Columns that together say something of the input, and how. `derived` columns follow from it and say nothing. */
export type Setter = {
  columns: readonly string[]
  derived?: readonly string[]
  set: (setting: Setting) => void | Promise<void>
}

const words = (en: string, es: string) => ({ en, es })

/** "Will not assist; will_assist" → items, empty ones left out. */
export const items = (cell: string): string[] =>
  cell
    .split(/;\s*/)
    .map((one) => one.trim())
    .filter(Boolean)

/** A code by itself or by its label in either language; undefined, with the problem added, when it is neither. */
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
      words(
        `“${text}” is none of the codes of this column.`,
        `«${text}» no es ninguno de los códigos de esta columna.`,
      ),
      CHOOSE,
      (like.length ? like : codes.length <= 12 ? codes : []).map((code) => ({
        value: code,
        label: vocabulary[code]!.en,
      })),
    ),
  )
  return undefined
}

/** The record that a cell names; undefined, with the problem added, when none or several are meant. */
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
    ? words(`Several entries are called “${text}”.`, `Varias entradas se llaman «${text}».`)
    : words(`No published entry is “${text}”.`, `Ninguna entrada publicada es «${text}».`)
  const todo =
    found.length || like.length
      ? CHOOSE
      : words('Publish it first, or correct the file.', 'Publíquela antes o corrija el archivo.')
  add(column, error(what, todo, found.length ? found : like))
  return undefined
}

export const CHOOSE = words(
  'Choose what is meant, or correct the file.',
  'Elija lo que se quiso decir o corrija el archivo.',
)

export const cannotChange = (): Problem =>
  error(
    words('This column can’t be changed by an import.', 'Esta columna no se puede cambiar con una importación.'),
    words(
      'Put back what the export had, or change it in the entry.',
      'Deje lo que tenía la exportación o cámbielo en la entrada.',
    ),
  )
