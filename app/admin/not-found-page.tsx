import { adminMessages } from '@/components/admin/admin-messages'
import { setStatus } from '@/lib/platform/request-context/request-context'
import { AdminPage } from './admin-page'
import type { Session } from './session'

/** The 404 page of the admin area. */
export const adminNotFound = (person: Session) => {
  setStatus(404)
  const t = adminMessages(person.lang)
  return (
    <AdminPage person={person} title={t('frame.notFound')}>
      <p>{t('frame.notFoundText')}</p>
    </AdminPage>
  )
}
