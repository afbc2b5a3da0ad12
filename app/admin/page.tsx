import { ChangeLines } from '@/components/desk/changes/change-lines'
import { Home } from '@/components/desk/home/home'
import { deskWords } from '@/components/desk/words'
import { changes } from '@/lib/domain/desk/change-queries'
import { linksIn } from '@/lib/domain/desk/change-words'
import { recordNames } from '@/lib/domain/desk/editing-queries'
import { overview } from '@/lib/domain/desk/overview-queries'
import { sitePolicy } from '@/lib/platform/policy/policy'
import { Desk } from './desk'
import { signedIn } from './person'

export default async function Page() {
  const person = await signedIn('/admin')
  const { lang } = person
  const t = deskWords(lang)
  const { timeZone } = await sitePolicy()
  const [waiting, done] = await Promise.all([
    overview(person.id),
    changes({ by: '', command: 'drafts.publish', room: '', day: '', before: '' }, timeZone),
  ])
  const lines = done.lines.slice(0, 6)
  const names = await recordNames(
    lines.flatMap(({ detail }) => linksIn(detail).slice(0, 3)),
    lang,
  )
  return (
    <Desk
      person={person}
      section="home"
      title={t('frame.home')}
      action={
        <span className="actions">
          <a className="button" href="/admin/start">
            {t('home.start')}
          </a>
          <a href="/admin/entries/new">{t('home.new')}</a>
        </span>
      }
    >
      <Home
        lang={lang}
        overview={waiting}
        personId={person.id}
        zone={timeZone}
        recent={<ChangeLines lang={lang} lines={lines} names={names} zone={timeZone} />}
      />
    </Desk>
  )
}
