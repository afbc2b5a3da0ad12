import type { FlatColumn } from '@/lib/records/shared/flatten'
import { titleOf } from '@/lib/records/titles'
import type { RecordTypeName, TypedRecord } from '@/lib/records/registry'
import { tableColumns, defaultColumns } from '@/lib/features/lists/columns'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { Sort } from '@/lib/platform/lists/list-source'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { formatInexactDate, formatDay } from '@/lib/text/format-date'
import { format, href, translator } from '@/lib/platform/i18n/translate'
import { TableMarkup } from './table-markup'
import { ENTRY, type TableModel, headingsOf } from './table-model'

type Props = {
  type: RecordTypeName
  rows: readonly RecordBase[]
  /** Names of the columns to show. */
  chosen: readonly string[]
  dense: boolean
  sorts: Readonly<Record<string, Sort>>
  sort: string
  lang: Lang
}

/** Table model of records of any type, with the columns of its exports. */
export const tableModel = ({ type: recordType, rows, chosen, dense, sorts, sort, lang }: Props): TableModel => {
  const t = translator(lang)
  const columns = tableColumns(recordType)
  const shown = columns.filter(({ name }) => chosen.includes(name))
  return {
    label: t(`recordType.${recordType}`),
    dense,
    columns: [
      { name: ENTRY, label: t('filter.entry'), number: false },
      ...columns.map((column) => ({
        name: column.name,
        label: column.label[lang].replace(/, EDTF$/, ''),
        number: column.type === 'integer' || column.type === 'number',
      })),
    ],
    chosen: shown.map(({ name }) => name),
    defaultColumns: defaultColumns(recordType, lang),
    sorts: Object.entries(sorts).flatMap(([key, { tableColumn, descending }]) =>
      tableColumn ? [{ key, column: tableColumn, descending }] : [],
    ),
    sort,
    defaultSort: Object.entries(sorts).find(([, { expression }]) => !expression)?.[0] ?? sort,
    rows: rows.map((record) => ({
      id: record.id,
      title: titleOf({ type: recordType, record } as TypedRecord, lang),
      href: href(lang, record.path),
      cells: Object.fromEntries(shown.map((column) => [column.name, cell(column, record, lang)])),
    })),
  }
}

type TableProps = { model: TableModel; address: (sort: string) => string; stacks?: boolean }

/** Static table. */
export const RecordTable = ({ model, address, stacks = false }: TableProps) => {
  const { label, dense, columns, chosen, rows } = model
  const shown = columns.filter(({ name }) => name === ENTRY || chosen.includes(name))
  return <TableMarkup {...{ label, dense, rows, stacks }} headings={headingsOf(shown, model, address)} />
}

const CONTEXT = { site: '', geoids: new Map<string, string>() }

/** Formats a cell: codes as labels, dates localized, wordings in quotation marks. */
const cell = (column: FlatColumn<RecordBase>, record: RecordBase, lang: Lang): string => {
  const value = column.value(record, CONTEXT)
  if (value === null) return ''
  if (typeof value === 'boolean') return translator(lang)(value ? 'filter.yes' : 'filter.no')
  if (typeof value === 'number') return format(lang).number(value)
  if (column.name === 'wording') return `“${value}”`
  if (column.name.endsWith('_edtf')) return formatInexactDate({ edtf: value }, lang)
  if (column.type === 'datetime') return formatDay(value, lang)
  const { vocabulary } = column
  if (!vocabulary) return value
  return value
    .split('; ')
    .map((code) => vocabulary[code]?.[lang] ?? code)
    .join('; ')
}
