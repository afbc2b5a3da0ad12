import type { InvitationRow, PersonRow } from '@/lib/platform/auth/queries'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { Timestamp } from '@/components/admin/timestamp'
import { adminMessages } from '@/components/admin/admin-messages'
import { PeopleDone } from './done'

type Props = {
  lang: Lang
  people: readonly PersonRow[]
  me: string
  invitations: readonly InvitationRow[]
  zone: string
  done: unknown
  uninvite: FormAction
}

/** Accounts and open invitations. */
export const PeoplePage = ({ lang, people, me, invitations, zone, done, uninvite }: Props) => {
  const t = adminMessages(lang)
  return (
    <>
      <PeopleDone lang={lang} done={done} />
      <div className="table-scroll">
        <table className="table table-stacks">
          <thead>
            <tr>
              {(['name', 'role', 'since', 'lastSeen', 'secondFactor'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`people.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <a href={`/admin/people/${one.id}`}>{one.name}</a> {one.id === me && `(${t('people.you')})`}
                  <span className="under quiet">{one.email}</span>
                </th>
                <td data-column={t('people.role')}>
                  {t(`frame.role.${one.role}`)}
                  {one.deactivatedAt && <span className="under">{t('people.deactivated')}</span>}
                </td>
                <td data-column={t('people.since')}>
                  <Timestamp at={one.since} zone={zone} lang={lang} />
                </td>
                <td data-column={t('people.lastSeen')}>
                  {one.lastSeen ? <Timestamp at={one.lastSeen} zone={zone} lang={lang} /> : t('people.never')}
                </td>
                <td data-column={t('people.secondFactor')}>{t(one.secondFactor ? 'people.on' : 'people.off')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <section className="admin-part" aria-labelledby="invitations">
        <h2 id="invitations">{t('people.invitations')}</h2>
        {invitations.length === 0 && <p className="quiet">{t('people.noInvitations')}</p>}
        {invitations.length > 0 && (
          <div className="table-scroll">
            <table className="table table-stacks">
              <thead>
                <tr>
                  {(['for', 'role', 'by', 'until'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`people.${column}`)}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="sr-only">{t('people.withdraw')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {invitations.map(({ id, email, role, by, expiresAt }) => (
                  <tr key={id}>
                    <th scope="row">{email ?? t('people.whoeverHasIt')}</th>
                    <td data-column={t('people.role')}>{t(`frame.role.${role as PersonRow['role']}`)}</td>
                    <td data-column={t('people.by')}>{by === 'system' ? t('people.system') : by}</td>
                    <td data-column={t('people.until')}>
                      <Timestamp at={expiresAt} zone={zone} lang={lang} />
                    </td>
                    <td>
                      <Withdraw lang={lang} id={id} email={email} action={uninvite} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  )
}

type WithdrawProps = { lang: Lang; id: string; email: string | null; action: FormAction }

const Withdraw = ({ lang, id, email, action }: WithdrawProps) => (
  <AdminForm lang={lang} action={action}>
    <input type="hidden" name="id" value={id} />
    <button type="submit" className="link-button">
      {adminMessages(lang)('people.withdraw')} <span className="sr-only">{email}</span>
    </button>
  </AdminForm>
)
