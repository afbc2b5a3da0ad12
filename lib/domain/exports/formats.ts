import type { Lang } from '@/lib/platform/collections/language'
import type { CellValue } from '@/lib/platform/exports/columns'
import { allowedBy } from '@/lib/platform/exports/allowed'
import { BOM, csvRow } from '@/lib/platform/exports/csv'
import { xlsx } from '@/lib/platform/exports/xlsx'
import { pageAddress } from '../sharing/address'
import { dictionary } from './dictionary'
import { type Exported, exportView } from './records'
import { RECORDS, columnsFor } from './rooms'
import { type View, listPath } from './view'

export const LICENCE = 'CC BY 4.0'
export const LICENCE_URL = 'https://creativecommons.org/licenses/by/4.0/'

/** The rows of a view, its column names first. */
export async function* flatRows({ room }: View, exported: Exported): AsyncGenerator<CellValue[]> {
  const columns = columnsFor(room)
  yield columns.map((one) => one.name)
  for await (const batch of exported.batches())
    for (const record of batch) yield columns.map((one) => one.value(record, exported.context))
}

export const csvOf = (view: View, { bom = false } = {}) =>
  exportView(view, (exported) => csvPieces(view, exported, bom))

/** The view as CSV, in pieces. */
export async function* csvPieces(view: View, exported: Exported, bom = false): AsyncGenerator<string> {
  let piece = bom ? BOM : ''
  for await (const row of flatRows(view, exported)) {
    piece += csvRow(row)
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  yield piece
}

/** The view with a dictionary of its columns, and a sheet that says what it is. */
export const xlsxOf = (view: View, lang: Lang) =>
  exportView(view, (exported) =>
    xlsx([
      { name: lang === 'en' ? 'Data' : 'Datos', rows: flatRows(view, exported) },
      { name: lang === 'en' ? 'Dictionary' : 'Diccionario', rows: dictionary(view.room, lang) },
      { name: lang === 'en' ? 'About' : 'Acerca de', rows: about(view, exported, lang) },
    ]),
  )

export const jsonOf = (view: View, lang: Lang) => exportView(view, (exported) => jsonPieces(view, exported, lang))

/** The view as JSON: what it is, then whole records, as the API gives them. */
export async function* jsonPieces(view: View, exported: Exported, lang: Lang): AsyncGenerator<string> {
  const head = JSON.stringify(aboutView(view, exported, lang))
  yield `${head.slice(0, -1)},"data":[`
  const allowed = allowedBy(RECORDS[view.room])
  let first = true
  for await (const batch of exported.batches()) {
    const pieces = batch.map((record) => JSON.stringify(allowed(record)))
    yield (first ? '\n' : ',\n') + pieces.join(',\n')
    first = false
  }
  yield '\n]}\n'
}

const aboutView = (view: View, { total, asOf }: Exported, lang: Lang) => ({
  title: view.title(lang, total),
  address: viewAddress(view, lang),
  count: total,
  asOf,
  licence: LICENCE_URL,
})

/** The page that shows the view. */
export const viewAddress = (view: View, lang: Lang): string => pageAddress(lang, listPath(view))

const about = (view: View, exported: Exported, lang: Lang): CellValue[][] => {
  const { title, address, count, asOf } = aboutView(view, exported, lang)
  return lang === 'en'
    ? [
        ['What', title],
        ['Address', address],
        ['Rows', count],
        ['Data of', asOf.slice(0, 10)],
        ['Licence', LICENCE],
      ]
    : [
        ['Qué es', title],
        ['Dirección', address],
        ['Filas', count],
        ['Datos del', asOf.slice(0, 10)],
        ['Licencia', LICENCE],
      ]
}
