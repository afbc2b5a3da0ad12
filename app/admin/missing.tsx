import { deskWords } from '@/components/desk/words'
import { answerWith } from '@/lib/platform/web/status'
import { Desk } from './desk'
import type { SignedIn } from './person'

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
