import { deskWords } from '@/components/admin/admin-messages'
import { answerWith } from '@/lib/platform/request-context/request-context'
import { Desk } from './admin-page'
import type { SignedIn } from './session'

/** The desk's page for what is not there, or no longer. */
export const missingAtDesk = (person: SignedIn) => {
  answerWith(404)
  const t = deskWords(person.lang)
  return (
    <Desk person={person} title={t('frame.notFound')}>
      <p>{t('frame.notFoundText')}</p>
    </Desk>
  )
}
