import type { Lang } from '@/lib/platform/i18n/locale'
import type { ImportChoice } from '@/lib/features/imports/choices'
import type { PreviewRow } from '@/lib/features/imports/preview-rows'
import type { ImportBatch } from '@/lib/platform/imports/queries'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'
import { BatchActions } from './batch-actions'
import { RowCard } from './row-card'
import { ROW_ORDER } from './states'

type Props = {
  lang: Lang
  batch: ImportBatch
  choice: ImportChoice
  /** Other imports of the same file. */
  sameFile: readonly ImportBatch[]
  show: (typeof ROW_ORDER)[number]
  after: number
  rows: readonly PreviewRow[]
  /** Row number after which the next page starts. */
  next: number | null
  actions: Record<'begin' | 'correct' | 'discard' | 'revert', FormAction>
}

/** Preview or result of an import: actions, state tabs and rows. */
export const Preview = ({ lang, batch, choice, sameFile, show, after, rows, next, actions }: Props) => {
  const t = adminMessages(lang)
  const { id, counts, mapping, state } = batch
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const view = (one: string, from = 0) => `/admin/imports/${id}?show=${one}${from ? `&after=${from}` : ''}`
  return (
    <>
      <p className="quiet">
        {choice.label[lang]}
        {mapping.sheet ? ` · ${mapping.sheet}` : ''} ·{' '}
        {t('imports.map.size', { headings: mapping.headings.length, rows: total })}{' '}
        {mapping.blank > 0 && t('imports.map.blank', { count: mapping.blank })}{' '}
        {state === 'preview' && <a href={`/admin/imports/${id}?map=1`}>{t('imports.map.again')}</a>}
      </p>
      {choice.isPublicList && (
        <p className="quiet">
          SHA-256: <code>{`${batch.sha256}  ${batch.fileName}`}</code>
        </p>
      )}
      {sameFile.length > 0 && (
        <p className="quiet">
          {t('imports.sameFile')}{' '}
          {sameFile.map((one, at) => (
            <span key={one.id}>
              {at > 0 && ', '}
              <a href={`/admin/imports/${one.id}`}>{t(`imports.state.${one.state}`)}</a>
            </span>
          ))}
        </p>
      )}
      <BatchActions lang={lang} batch={batch} actions={actions} />
      <nav aria-label={t('imports.show')} className="import-tabs">
        <ul>
          {ROW_ORDER.filter((one) => counts[one]).map((one) => (
            <li key={one}>
              <a href={view(one)} aria-current={one === show ? 'page' : undefined}>
                {t(`imports.counted.${one}`, { count: counts[one]! })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {show !== 'read' && counts[show] ? <p className="quiet">{t(`imports.rowAbout.${show}`)}</p> : null}
      {rows.length === 0 && <p>{t('imports.noRows')}</p>}
      {rows.map((row) => (
        <RowCard
          key={row.row}
          lang={lang}
          batch={batch}
          choice={choice}
          row={row}
          correct={state === 'preview' ? actions.correct : null}
        />
      ))}
      <p className="import-pages">
        {after > 0 && <a href={view(show)}>{t('imports.first')}</a>}{' '}
        {next !== null && (
          <a href={view(show, next)} rel="next">
            {t('imports.next')}
          </a>
        )}
      </p>
    </>
  )
}
