import { formatDay } from '@/lib/text/format-date'
import { AdminForm } from '@/components/admin/admin-form'
import { LongField } from '@/components/admin/long-field'
import { adminMessages } from '@/components/admin/admin-messages'
import type { SourceProps } from './source-page'

/** Captured texts of a source, with links to their candidates. */
export const Texts = ({ lang, source, actions }: SourceProps) => {
  const t = adminMessages(lang)
  return (
    <section>
      <h2>{t('sources.page.texts')}</h2>
      {source.captures.some((one) => one.held) || <p>{t('sources.page.noTexts')}</p>}
      <ul className="admin-lines">
        {source.captures.map(({ sha256, capturedOn, held, method }) => (
          <li key={sha256}>
            {held ? (
              <a href={`/admin/sources/${source.id}/text?of=${sha256}`}>{t('sources.page.candidates')}</a>
            ) : (
              t('sources.page.notHeld')
            )}{' '}
            <span className="quiet">
              {[
                method && t(`sources.page.method.${method}`),
                capturedOn && t('sources.page.captured', { date: formatDay(capturedOn, lang) }),
                `SHA-256 ${sha256.slice(0, 12)}…`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <details open={!source.captures.some((one) => one.held)}>
        <summary>{t('sources.page.addText')}</summary>
        <AdminForm lang={lang} action={actions.recaptureText} className="admin-form">
          <input type="hidden" name="id" value={source.id} />
          <LongField name="text" label={t('sources.start.pasted')} rows={8} required />
          <p className="quiet">{t('sources.start.pastedAbout')}</p>
          <button type="submit" className="button-plain">
            {t('sources.page.againText')}
          </button>
        </AdminForm>
      </details>
    </section>
  )
}
