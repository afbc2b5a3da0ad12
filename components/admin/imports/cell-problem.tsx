import type { Lang } from '@/lib/platform/i18n/locale'
import type { Problem } from '@/lib/platform/imports/importer'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = {
  lang: Lang
  batchId: string
  row: number
  column: string
  label: string
  problems: readonly Problem[]
  corrected: string | undefined
  correct: FormAction | null
}

/** Problems of a cell. Suggested values replace it only when the editor chooses one. */
export const CellProblem = ({ lang, batchId, row, column, label, problems, corrected, correct }: Props) => {
  const t = adminMessages(lang)
  const hidden = (
    <>
      <input type="hidden" name="id" value={batchId} />
      <input type="hidden" name="row" value={row} />
      <input type="hidden" name="column" value={column} />
    </>
  )
  const id = `choice-${row}-${column}`
  return (
    <>
      {corrected !== undefined && (
        <div className="import-problem">
          <p>
            <strong>{label}:</strong> {t('imports.chosen', { value: corrected })}
          </p>
          {correct && (
            <AdminForm lang={lang} action={correct}>
              {hidden}
              <input type="hidden" name="value" value="" />
              <button type="submit" className="link-button">
                {t('imports.undoChoice')}
              </button>
            </AdminForm>
          )}
        </div>
      )}
      {problems.map(({ level, what, todo, choices = [] }, at) => (
        <div key={at} className="import-problem" data-level={level}>
          <p>
            <strong>
              {t(level === 'error' ? 'imports.wrong' : 'imports.notice')}
              {column && `, ${label}`}:
            </strong>{' '}
            {what[lang]} {todo?.[lang]}
          </p>
          {correct && choices.length > 0 && (
            <AdminForm lang={lang} action={correct} className="import-choice">
              {hidden}
              <label htmlFor={id}>{t('imports.choose')}</label>
              <select id={id} name="value" className="input">
                {choices.map((one) => (
                  <option key={one.value} value={one.value}>
                    {one.value === 'new' ? t('imports.another') : one.label}
                  </option>
                ))}
              </select>
              <button type="submit" className="button-plain">
                {t('imports.use')}
              </button>
            </AdminForm>
          )}
        </div>
      ))}
    </>
  )
}
