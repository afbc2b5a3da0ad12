import { ChangeLines } from '@/components/admin/changes/change-lines'
import { Home } from '@/components/admin/home/home'
import { RestoreDrillNote } from '@/components/admin/home/restore-drill'
import { adminMessages } from '@/components/admin/admin-messages'
import { changes } from '@/lib/features/history/change-queries'
import { linksIn } from '@/lib/features/history/describe-change'
import { recordNames } from '@/lib/features/editing/editing-queries'
import { overview } from '@/lib/features/review/overview-queries'
import { lastDrill } from '@/lib/platform/backups/last-drill'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { AdminPage } from './admin-page'
import { hasPermission, requireSession } from './session'

export default async function Page() {
  const person = await requireSession('/admin')
  const { lang } = person
  const t = adminMessages(lang)
  const { timeZone } = await sitePolicy()
  const isOperator = hasPermission(person, 'policy:change')
  const [overviewData, drill, recentChanges] = await Promise.all([
    overview(person.id),
    isOperator ? lastDrill() : null,
    changes({ by: '', command: 'drafts.publish', type: '', day: '', before: '' }, timeZone),
  ])
  const lines = recentChanges.lines.slice(0, 6)
  const names = await recordNames(
    lines.flatMap(({ detail }) => linksIn(detail).slice(0, 3)),
    lang,
  )
  return (
    <AdminPage
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
        overview={overviewData}
        personId={person.id}
        zone={timeZone}
        operation={isOperator && <RestoreDrillNote lang={lang} drill={drill} zone={timeZone} />}
        recent={<ChangeLines lang={lang} lines={lines} names={names} zone={timeZone} />}
      />
    </AdminPage>
  )
}
