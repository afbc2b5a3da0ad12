import { titleOf } from '@/lib/domain/exports/titles'
import type { FlatColumn } from '@/lib/domain/exports/flatten'
import type { RoomRecord } from '@/lib/domain/sharing/records'
import type { Lang } from '@/lib/platform/collections/language'
import type { RecordBase } from '@/lib/platform/records/room'
import { RecordLink } from '../marks/record-link'
import { dateWords, dayWords } from '../marks/date-words'
import { format, words } from '../words'

type Props = {
  room: RoomRecord['room']
  rows: readonly RecordBase[]
  columns: readonly FlatColumn<RecordBase>[]
  dense: boolean
  lang: Lang
}

/** The records of any room as a table, with the columns of its files. */
export const RecordTable = ({ room, rows, columns, dense, lang }: Props) => (
  <div className="table-scroll">
    <table
      aria-label={words(lang)(`room.${room}`)}
      className={dense ? 'table record-table record-table-dense' : 'table record-table'}
    >
      <thead>
        <tr>
          <th scope="col">{words(lang)('filter.entry')}</th>
          {columns.map((column) => (
            <th key={column.name} scope="col" className={isNumber(column) ? 'number' : undefined}>
              {column.label[lang].replace(/, EDTF$/, '')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((record) => (
          <tr key={record.id}>
            <th scope="row">
              <RecordLink to={{ ...record, name: titleOf({ room, record } as RoomRecord, lang) }} lang={lang} />
            </th>
            {columns.map((column) => {
              const text = cell(column, record, lang)
              return (
                <td key={column.name} className={isNumber(column) ? 'number' : text.length > LONG ? 'long' : undefined}>
                  {text}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** More characters than fit into a narrow column on a few lines. */
const LONG = 80

const isNumber = ({ type }: FlatColumn<RecordBase>) => type === 'integer' || type === 'number'

const CONTEXT = { site: '', geoids: new Map<string, string>() }

/** A cell's value in words: codes by their labels, dates as they are said, quoted words in quotation marks. */
const cell = (column: FlatColumn<RecordBase>, record: RecordBase, lang: Lang): string => {
  const value = column.value(record, CONTEXT)
  if (value === null) return ''
  if (typeof value === 'boolean') return words(lang)(value ? 'filter.yes' : 'filter.no')
  if (typeof value === 'number') return format(lang).number(value)
  if (column.name === 'wording') return `“${value}”`
  if (column.name.endsWith('_edtf')) return dateWords({ edtf: value }, lang)
  if (column.type === 'datetime') return dayWords(value, lang)
  const { vocabulary } = column
  if (!vocabulary) return value
  return value
    .split('; ')
    .map((code) => vocabulary[code]?.[lang] ?? code)
    .join('; ')
}
