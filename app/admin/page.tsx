import { deskWords } from '@/components/desk/words'
import { Desk } from './desk'
import { signedIn } from './person'

export default async function Page() {
  const person = await signedIn('/admin')
  const t = deskWords(person.lang)
  return (
    <Desk person={person} section="home" title={t('frame.home')}>
      <ul>
        <li>
          <a href="/admin/start">{t('frame.start')}</a>
        </li>
        <li>
          <a href="/admin/entries">{t('frame.entries')}</a>
        </li>
      </ul>
    </Desk>
  )
}
