import type { SessionRow } from '@/lib/platform/auth/sessions'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { Timestamp } from '@/components/admin/timestamp'
import { adminMessages } from '@/components/admin/admin-messages'
import { deviceName } from './device-name'

type Props = {
  lang: Lang
  sessions: readonly SessionRow[]
  /** Id of the current session. */
  here: string
  zone: string
  endOne: FormAction
  endOthers: FormAction
}

/** Sessions of the user, with the actions to end them. */
export const Sessions = ({ lang, sessions, here, zone, endOne, endOthers }: Props) => {
  const t = adminMessages(lang)
  return (
    <section className="admin-part" id="sessions" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('accounts.sessions')}</h2>
      <p className="quiet">{t('accounts.sessionsAbout')}</p>
      <div className="table-scroll">
        <table className="table table-stacks">
          <thead>
            <tr>
              <th scope="col">{t('accounts.deviceTitle')}</th>
              <th scope="col">{t('accounts.since')}</th>
              <th scope="col">{t('accounts.lastUsed')}</th>
              <th scope="col">
                <span className="sr-only">{t('accounts.end')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, userAgent, since, used }) => (
              <tr key={id}>
                <th scope="row">{deviceName(userAgent, lang)}</th>
                <td data-column={t('accounts.since')}>
                  <Timestamp at={since} zone={zone} lang={lang} />
                </td>
                <td data-column={t('accounts.lastUsed')}>
                  <Timestamp at={used} zone={zone} lang={lang} />
                </td>
                <td>
                  {id === here ? (
                    <strong>{t('accounts.thisOne')}</strong>
                  ) : (
                    <AdminForm lang={lang} action={endOne}>
                      <input type="hidden" name="id" value={id} />
                      <button type="submit" className="link-button">
                        {t('accounts.end')} <span className="sr-only">{deviceName(userAgent, lang)}</span>
                      </button>
                    </AdminForm>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sessions.length > 1 && (
        <AdminForm lang={lang} action={endOthers} className="admin-form">
          <button type="submit" className="button-plain">
            {t('accounts.endOthers')}
          </button>
        </AdminForm>
      )}
    </section>
  )
}
