import { adminMessages } from '@/components/admin/admin-messages'
import { setStatus } from '@/lib/platform/request-context/request-context'
import { AdminPage } from './admin-page'
import type { Session } from './session'

/** the admin area's page for what is not there, or no longer. */
export const adminNotFound = (person: Session) => {
  setStatus(404)
  const t = adminMessages(person.lang)
  return (
    <AdminPage person={person} title={t('frame.notFound')}>
      <p>{t('frame.notFoundText')}</p>
    </AdminPage>
  )
}
