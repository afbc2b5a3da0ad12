import { OutsideLink } from '@/components/ui/record-link'
import { AdminForm } from '@/components/admin/admin-form'
import { Timestamp } from '@/components/admin/timestamp'
import { adminMessages, localizeMessage } from '@/components/admin/admin-messages'
import type { SourceProps } from './source-page'

/** Archived copies of a source, and requests for copies. */
export const Copies = ({ lang, zone, source, copies, may, actions }: SourceProps) => {
  const t = adminMessages(lang)
  const isOpen = copies.some(({ state }) => state === 'waiting' || state === 'sent')
  return (
    <section id="archive">
      <h2>{t('sources.page.archive')}</h2>
      <p>
        {source.archiveUrl ? (
          <>
            {t('sources.page.copy')}: <OutsideLink to={source.archiveUrl}>{source.archiveUrl}</OutsideLink>
          </>
        ) : (
          t('sources.page.noCopy')
        )}
      </p>
      {!may.archive && <p className="quiet">{t('sources.page.noArchive')}</p>}
      <ul className="admin-lines">
        {copies.map(({ id, state, attempts, archiveUrl, error, nextAt, updatedAt }) => (
          <li key={id}>
            <span className="status" data-copy={state}>
              {t(`sources.page.archiveState.${state}`)}
            </span>{' '}
            <Timestamp at={updatedAt} zone={zone} lang={lang} />{' '}
            <span className="quiet">
              {attempts > 0 && t('sources.page.attempts', { count: attempts })} {error && localizeMessage(lang, error)}
            </span>{' '}
            {nextAt && state === 'waiting' && attempts > 0 && (
              <span className="quiet">
                {t('sources.page.nextAt', { when: '' })}
                <Timestamp at={nextAt} zone={zone} lang={lang} />
              </span>
            )}
            {archiveUrl && <OutsideLink to={archiveUrl}>{archiveUrl}</OutsideLink>}
            {(state === 'failed' || (archiveUrl && archiveUrl !== source.archiveUrl)) && (
              <AdminForm lang={lang} action={archiveUrl ? actions.applyCopy : actions.retryCopy}>
                <input type="hidden" name="id" value={source.id} />
                <input type="hidden" name="request" value={id} />
                <button type="submit" className="button-plain">
                  {t(archiveUrl ? 'sources.page.take' : 'sources.page.retry')}
                </button>
              </AdminForm>
            )}
          </li>
        ))}
      </ul>
      {may.archive && source.url && !isOpen && (
        <AdminForm lang={lang} action={actions.requestCopy}>
          <input type="hidden" name="id" value={source.id} />
          <input type="hidden" name="url" value={source.url} />
          <button type="submit" className="button-plain">
            {t('sources.page.ask')}
          </button>
        </AdminForm>
      )}
    </section>
  )
}
