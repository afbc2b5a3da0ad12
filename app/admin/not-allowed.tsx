import { deskWords } from '@/components/admin/admin-messages'
import { answerWith } from '@/lib/platform/request-context/request-context'
import { Desk } from './admin-page'
import type { SignedIn } from './session'

/** For a page that only some may see. */
export const notAllowed = (person: SignedIn) => {
  answerWith(403)
  const t = deskWords(person.lang)
  return (
    <Desk person={person} title={t('frame.notAllowed')}>
      <p>{t('frame.notAllowedText')}</p>
    </Desk>
  )
}
