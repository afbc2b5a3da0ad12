import { LINK_OUTCOME } from '@/lib/vocabularies/link-outcomes'
import { isFailureCode } from '@/lib/platform/fetch/failures'
import { AdminForm } from '@/components/admin/admin-form'
import { Timestamp } from '@/components/admin/timestamp'
import { adminMessages } from '@/components/admin/admin-messages'
import type { SourceProps } from './source-page'

/** State of the link and its check history. */
export const Links = ({ lang, zone, source, links, may, actions }: SourceProps) => {
  const t = adminMessages(lang)
  if (!source.url)
    return (
      <section>
        <h2>{t('sources.page.link')}</h2>
        <p>{t('sources.page.noLink')}</p>
      </section>
    )
  return (
    <section>
      <h2>{t('sources.page.links')}</h2>
      {links.length === 0 && <p>{t('sources.page.notAsked')}</p>}
      <ul className="admin-lines">
        {links.map(({ at, outcome, status, finalUrl, note }) => (
          <li key={at.toISOString()}>
            <span className="status" data-link={outcome}>
              {LINK_OUTCOME[outcome][lang]}
            </span>{' '}
            <Timestamp at={at} zone={zone} lang={lang} />{' '}
            <span className="quiet">
              {[
                status && t('sources.page.status', { status }),
                outcome === 'moved' && finalUrl && t('sources.page.ledTo', { url: finalUrl }),
                note && isFailureCode(note) && t(`sources.failure.${note}`, { detail: status ?? '' }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {source.path && may.check && (
        <div className="actions">
          <AdminForm lang={lang} action={actions.check}>
            <input type="hidden" name="id" value={source.id} />
            <button type="submit" className="button-plain">
              {t('sources.page.check')}
            </button>
          </AdminForm>
          <AdminForm lang={lang} action={actions.recapture}>
            <input type="hidden" name="id" value={source.id} />
            <button type="submit" className="button-plain">
              {t('sources.page.again')}
            </button>
          </AdminForm>
        </div>
      )}
    </section>
  )
}
