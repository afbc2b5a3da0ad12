import { deskWords } from '@/components/desk/words'
import { answerWith } from '@/lib/platform/web/status'
import { Desk } from './desk'
import type { SignedIn } from './person'

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
