import type { Lang } from '@/lib/platform/i18n/locale'
import type { ImportChoice } from '@/lib/features/imports/choices'
import { adminMessages, localizeMessage } from '@/components/admin/admin-messages'

type Props = { lang: Lang; choices: readonly ImportChoice[]; kind: string | null; problem: string | null }

/** Upload form. A plain form post, so the file is sent once with or without JavaScript. */
export const NewImport = ({ lang, choices, kind, problem }: Props) => {
  const t = adminMessages(lang)
  const chosen = choices.some((one) => one.kind === kind) ? kind : choices[0]!.kind
  const group = (heading: string, of: readonly ImportChoice[], about?: string) => (
    <fieldset className="import-kinds">
      <legend>{heading}</legend>
      {about && <p className="quiet">{about}</p>}
      {of.map((one) => (
        <label key={one.kind} className="import-kind">
          <input type="radio" name="kind" value={one.kind} defaultChecked={one.kind === chosen} />
          <span>
            {one.label[lang]}
            {!one.own && <span className="quiet">{one.about[lang]}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
  return (
    <form className="admin-form" action="/admin/imports/upload" method="post" encType="multipart/form-data">
      {problem && (
        <div className="form-problem" role="alert">
          <h2>{t('frame.problem')}</h2>
          <p>
            <a href="#file">{localizeMessage(lang, problem)}</a>
          </p>
        </div>
      )}
      <p>{t('imports.upload.about')}</p>
      {group(
        t('imports.upload.known'),
        choices.filter(({ own }) => !own),
      )}
      {group(
        t('imports.upload.own'),
        choices.filter(({ own }) => own),
        t('imports.upload.ownAbout'),
      )}
      <div className="field">
        <label htmlFor="file">{t('imports.upload.file')}</label>
        <input
          id="file"
          name="file"
          type="file"
          className="input"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          required
        />
      </div>
      <button type="submit" className="button">
        {t('imports.upload.submit')}
      </button>
    </form>
  )
}
