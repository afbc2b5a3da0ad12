import { adminMessages } from '@/components/admin/admin-messages'
import { setStatus } from '@/lib/platform/request-context/request-context'
import { AdminPage } from './admin-page'
import type { Session } from './session'

/** The 403 page of the admin area. */
export const adminForbidden = (person: Session) => {
  setStatus(403)
  const t = adminMessages(person.lang)
  return (
    <AdminPage person={person} title={t('frame.notAllowed')}>
      <p>{t('frame.notAllowedText')}</p>
    </AdminPage>
  )
}
