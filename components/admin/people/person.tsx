import type { EventRow, PersonRow } from '@/lib/platform/auth/queries'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { Timestamp } from '@/components/admin/timestamp'
import { adminMessages } from '@/components/admin/admin-messages'
import { PeopleDone } from './done'
import { linkLabel } from './link-label'
import { NewLink } from './new-link'
import { PersonFacts } from './person-facts'
import { RoleField } from './role-field'

type Action = 'role' | 'close' | 'reopen' | 'endAll' | 'makeResetLink' | 'unreset'
type Props = {
  lang: Lang
  person: PersonRow
  isMe: boolean
  events: readonly EventRow[]
  zone: string
  done: unknown
  actions: Record<Action, FormAction>
}

/** One account: role, sessions, reset link and deactivation. */
export const PersonPage = ({ lang, person, isMe, events, zone, done, actions }: Props) => {
  const t = adminMessages(lang)
  const id = <input type="hidden" name="id" value={person.id} />
  const isActive = person.deactivatedAt === null
  return (
    <>
      <PeopleDone lang={lang} done={done} />
      <PersonFacts lang={lang} person={person} zone={zone} />
      {isActive && (
        <section className="admin-part" aria-labelledby="role-title">
          <h2 id="role-title">{t('people.changeRole')}</h2>
          <AdminForm lang={lang} action={actions.role} className="admin-form">
            {id}
            <RoleField lang={lang} chosen={person.role} />
            <button type="submit" className="button">
              {t('people.giveRole')}
            </button>
          </AdminForm>
        </section>
      )}
      {isActive && !isMe && (
        <section className="admin-part" aria-labelledby="reset-title">
          <h2 id="reset-title">{t('people.lockedOut')}</h2>
          <p>{t('people.lockedOutAbout')}</p>
          <AdminForm lang={lang} action={actions.makeResetLink} className="admin-form">
            {id}
            <NewLink messages={linkLabel(lang, 'reset')} />
            <label className="choice">
              <input type="checkbox" name="secondFactor" />
              <span>{t('people.resetBoth')}</span>
            </label>
            <button type="submit" className="button-plain">
              {t('people.makeReset')}
            </button>
          </AdminForm>
          {person.resetUntil && (
            <AdminForm lang={lang} action={actions.unreset} className="admin-form">
              {id}
              <p>
                {t('people.resetOpen')} <Timestamp at={person.resetUntil} zone={zone} lang={lang} />.{' '}
                <button type="submit" className="link-button">
                  {t('people.withdrawReset')}
                </button>
              </p>
            </AdminForm>
          )}
        </section>
      )}
      {isActive && !isMe && person.sessions > 0 && (
        <section className="admin-part" aria-labelledby="ending">
          <h2 id="ending">{t('people.sessions')}</h2>
          <p>{t('people.sessionsAbout', { count: person.sessions })}</p>
          <AdminForm lang={lang} action={actions.endAll} className="admin-form">
            {id}
            <button type="submit" className="button-plain">
              {t('people.endSessions')}
            </button>
          </AdminForm>
        </section>
      )}
      <section className="admin-part" aria-labelledby="working">
        <h2 id="working">{t(isActive ? 'people.deactivate' : 'people.reactivate')}</h2>
        <p>{t(isActive ? 'people.deactivateAbout' : 'people.reactivateAbout')}</p>
        <AdminForm lang={lang} action={isActive ? actions.close : actions.reopen} className="admin-form">
          {id}
          <Field name="reason" label={t('people.reason')} about={t('people.reasonAbout')} maxLength={500} required />
          <button type="submit" className="button-plain">
            {t(isActive ? 'people.deactivate' : 'people.reactivate')}
          </button>
        </AdminForm>
      </section>
      {events.length > 0 && (
        <section className="admin-part" aria-labelledby="events">
          <h2 id="events">{t('people.decided')}</h2>
          <ol className="admin-events">
            {events.map(({ what, reason, at, by }) => (
              <li key={at.toISOString()}>
                <Timestamp at={at} zone={zone} lang={lang} /> · {t(`people.what.${what as 'deactivated'}`)} ({by})
                {reason && <span className="under">{reason}</span>}
              </li>
            ))}
          </ol>
        </section>
      )}
      <p className="mt-6">
        <a href="/admin/people">{t('people.back')}</a>
      </p>
    </>
  )
}
