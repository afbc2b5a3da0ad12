import type { Lang } from '@/lib/platform/i18n/locale'
import type { ImportChoice } from '@/lib/features/imports/choices'
import { RECORD_TYPES } from '@/lib/records/registry'
import type { PreviewEntry, PreviewRow } from '@/lib/features/imports/preview-rows'
import type { ImportBatch } from '@/lib/platform/imports/queries'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'
import { CellProblem } from './cell-problem'
import { CellText } from './cell-text'

type Props = {
  lang: Lang
  batch: ImportBatch
  choice: ImportChoice
  row: PreviewRow
  /** Null once corrections are closed. */
  correct: FormAction | null
}

/** A file row beside the records it produces, with the problems of each cell. */
export const RowCard = ({ lang, batch, choice, row, correct }: Props) => {
  const t = adminMessages(lang)
  const { mapping } = batch
  const corrected = mapping.corrections[row.row] ?? {}
  const columnOf = (heading: string) => Object.entries(mapping.columns).find(([, one]) => one === heading)?.[0]
  const problems = (column: string) => (
    <CellProblem
      lang={lang}
      batchId={batch.id}
      row={row.row}
      column={column}
      label={choice.columns.find(({ name }) => name === column)?.label[lang] ?? column}
      problems={row.problems[column] ?? []}
      corrected={corrected[column]}
      correct={correct}
    />
  )
  const mappedColumns = new Set(
    mapping.headings.flatMap((heading) => (row.raw[heading] ? (columnOf(heading) ?? []) : [])),
  )
  const otherColumns = [...new Set([...Object.keys(row.problems), ...Object.keys(corrected)])].filter(
    (one) => !mappedColumns.has(one),
  )
  return (
    <article className="import-row" id={`row-${row.row}`} aria-labelledby={`row-${row.row}-title`}>
      <h3 id={`row-${row.row}-title`}>
        {t('imports.rowNumber', { row: row.row })}
        {row.title && `: ${row.title.slice(0, 300)}`} <span className="quiet">({t(`imports.row.${row.state}`)})</span>
      </h3>
      {otherColumns.map((column) => (
        <div key={column}>{problems(column)}</div>
      ))}
      <div className="import-sides">
        <section>
          <h4>{t('imports.inFile')}</h4>
          <dl className="import-cells">
            {mapping.headings.map((heading) => {
              const column = columnOf(heading)
              if (!row.raw[heading]) return null
              return (
                <div key={heading} data-wrong={column && row.problems[column] ? '' : undefined}>
                  <dt>{heading}</dt>
                  <dd>
                    <CellText text={row.raw[heading]} lang={lang} />
                  </dd>
                  {column && <dd className="import-cell-problems">{problems(column)}</dd>}
                </div>
              )
            })}
          </dl>
        </section>
        <section>
          <h4>{t('imports.result')}</h4>
          {row.entries.length === 0 && <p className="quiet">{t('imports.nothingMade')}</p>}
          {row.entries.map((entry, at) => (
            <Made key={at} lang={lang} entry={entry} path={pathOf(row, at)} open={at === row.entries.length - 1} />
          ))}
        </section>
      </div>
    </article>
  )
}

/** Path of an entry that the import published. */
const pathOf = (row: PreviewRow, at: number): string | null => {
  const created = row.state === 'imported' ? row.made?.[at] : undefined
  return created && row.made?.length === row.entries.length && created.type !== 'jurisdictions'
    ? `/${created.type}/${created.id}`
    : null
}

/** A value of our own, which its field limits. */
const LONGEST_BEFORE = 2_000

type MadeProps = { lang: Lang; entry: PreviewEntry; path: string | null; open: boolean }

const Made = ({ lang, entry, path, open }: MadeProps) => {
  const t = adminMessages(lang)
  return (
    <details className="import-made" open={open || !entry.isNew}>
      <summary>
        <strong>{RECORD_TYPES[entry.type].labels.one[lang]}</strong>,{' '}
        {t(entry.isNew ? 'imports.newEntry' : 'imports.changes')}:{' '}
        {path ? <a href={path}>{entry.title}</a> : entry.title}
      </summary>
      <dl className="import-cells">
        {entry.fields.map(({ label, value, was }, at) => (
          <div key={at}>
            <dt>{label}</dt>
            <dd>
              {value ? <CellText text={value} lang={lang} /> : '—'}
              {was !== undefined && (
                <span className="quiet"> ({t('imports.was', { value: was.slice(0, LONGEST_BEFORE) || '—' })})</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
