import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import type { CellValue } from '@/lib/platform/files/columns'
import { BOM, csvRow } from '@/lib/platform/files/csv-write'
import { xlsx } from '@/lib/platform/files/xlsx-write'
import { pageAddress } from '@/lib/features/social-preview/address'
import { dictionary } from './dictionary'
import { type Exported, exportView } from './export-view'
import { type View, listPath } from './list-view'

export const LICENCE = 'CC BY 4.0'
export const LICENCE_URL = 'https://creativecommons.org/licenses/by/4.0/'

/** The rows of a view, after a header row. */
export async function* flatRows({ columns }: View, exported: Exported): AsyncGenerator<CellValue[]> {
  yield columns.map((one) => one.name)
  for await (const batch of exported.batches())
    for (const record of batch) yield columns.map((one) => one.value(record, exported.context))
}

export const csvOf = (view: View, { bom = false } = {}) =>
  exportView(view, (exported) => csvChunks(view, exported, bom))

/** The view as CSV chunks. */
export async function* csvChunks(
  { columns }: View,
  { batches, context }: Exported,
  bom = false,
): AsyncGenerator<string> {
  let head = (bom ? BOM : '') + csvRow(columns.map((one) => one.name))
  for await (const batch of batches()) {
    yield head + batch.map((record) => csvRow(columns.map((one) => one.value(record, context)))).join('')
    head = ''
  }
  if (head) yield head
}

/** The view as a workbook with a data dictionary and a sheet about the export. */
export const xlsxOf = (view: View, lang: Lang) => {
  const t = translator(lang)
  return exportView(view, (exported) =>
    xlsx([
      { name: t('spreadsheet.data'), rows: flatRows(view, exported) },
      { name: t('spreadsheet.dictionary'), rows: dictionary(view.type, lang) },
      { name: t('spreadsheet.about'), rows: about(view, exported, lang) },
    ]),
  )
}

export const jsonOf = (view: View, lang: Lang) => exportView(view, (exported) => jsonChunks(view, exported, lang))

/** The view as JSON: metadata, then whole records as in the API. */
export async function* jsonChunks(view: View, exported: Exported, lang: Lang): AsyncGenerator<string> {
  const head = JSON.stringify(await aboutView(view, exported, lang))
  yield `${head.slice(0, -1)},"data":[`
  let first = true
  for await (const batch of exported.texts()) {
    yield (first ? '\n' : ',\n') + batch.join(',\n')
    first = false
  }
  yield '\n]}\n'
}

const aboutView = async (view: View, { total, asOf }: Exported, lang: Lang) => {
  const count = await total()
  return { title: view.title(lang, count), address: viewAddress(view, lang), count, asOf, licence: LICENCE_URL }
}

/** The URL of the view's page. */
export const viewAddress = (view: View, lang: Lang): string => pageAddress(lang, listPath(view))

async function* about(view: View, exported: Exported, lang: Lang): AsyncGenerator<CellValue[]> {
  const { title, address, count, asOf } = await aboutView(view, exported, lang)
  yield* lang === 'en'
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
