import type { Lang } from '@/lib/platform/i18n/locale'
import type { ImportChoice } from '@/lib/features/imports/choices'
import type { ImportBatch } from '@/lib/platform/imports/queries'
import type { Cells } from '@/lib/platform/files/grid'
import { AdminForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { SelectField } from '@/components/admin/select-field'
import { adminMessages } from '@/components/admin/admin-messages'
import { ColumnField } from './column-field'

type Props = {
  lang: Lang
  batch: ImportBatch
  choice: ImportChoice
  first: Cells
  actions: Record<'mapColumns' | 'discard', FormAction>
}

/** Maps file headings to record columns. Required and recognized columns come first; the others are collapsed. */
export const MappingForm = ({ lang, batch, choice, first, actions }: Props) => {
  const t = adminMessages(lang)
  const { mapping } = batch
  const rows = Object.values(batch.counts).reduce((sum, count) => sum + count, 0)
  const mainColumns = choice.columns.filter(({ name, required }) => required || mapping.columns[name])
  const others = choice.columns.filter((one) => !mainColumns.includes(one))
  const column = ({ name, label, about, required }: ImportChoice['columns'][number]) => (
    <ColumnField
      key={name}
      name={`column:${name}`}
      label={label[lang]}
      more={[name, required ? t('imports.map.required') : ''].filter(Boolean).join(', ')}
      about={about?.[lang]}
      headings={mapping.headings}
      none={t('imports.map.notInFile')}
      chosen={mapping.columns[name]}
      example={first[mapping.columns[name] ?? '']?.slice(0, 200)}
      field={name}
    />
  )
  return (
    <>
      <h2>{t('imports.map.title')}</h2>
      <p className="quiet">
        {choice.label[lang]}. {t('imports.map.about', { headings: mapping.headings.length, rows })}{' '}
        {mapping.blank > 0 && t('imports.map.blank', { count: mapping.blank })}
      </p>
      <AdminForm lang={lang} action={actions.mapColumns} className="admin-form import-mapping">
        <input type="hidden" name="id" value={batch.id} />
        {mapping.sheets.length > 1 && (
          <SelectField
            name="sheet"
            label={t('imports.map.sheet')}
            about={t('imports.map.sheetAbout')}
            options={mapping.sheets.map((one) => ({ value: one, label: one }))}
            defaultValue={mapping.sheet ?? ''}
          />
        )}
        <div className="import-columns">{mainColumns.map(column)}</div>
        {others.length > 0 && (
          <details className="import-more">
            <summary>{t('imports.map.more', { count: others.length })}</summary>
            <div className="import-columns">{others.map(column)}</div>
          </details>
        )}
        {choice.options.length > 0 && (
          <fieldset className="import-options">
            <legend>{t('imports.map.options')}</legend>
            {choice.options.map(({ name, label, about }) => (
              <Field
                key={name}
                name={`option:${name}`}
                label={label[lang]}
                about={about?.[lang]}
                defaultValue={mapping.options[name]}
              />
            ))}
          </fieldset>
        )}
        <button type="submit" className="button">
          {t('imports.map.submit')}
        </button>
      </AdminForm>
      <AdminForm lang={lang} action={actions.discard} className="import-discard">
        <input type="hidden" name="id" value={batch.id} />
        <button type="submit" className="link-button">
          {t('imports.discard')}
        </button>{' '}
        <span className="quiet">{t('imports.discardAbout')}</span>
      </AdminForm>
    </>
  )
}
