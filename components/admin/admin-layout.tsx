import type { ReactNode } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { ThemeChoice } from '@/components/public/layout/theme-choice'
import { adminMessages } from './admin-messages'

/** Signed-in user as shown in the header. */
export type Person = { name: string; lang: Lang; role: 'contributor' | 'editor' | 'administrator' }

const SECTIONS = [
  ['home', '/admin'],
  ['start', '/admin/start'],
  ['entries', '/admin/entries'],
  ['review', '/admin/review'],
  ['sources', '/admin/sources'],
  ['imports', '/admin/imports'],
  ['duplicates', '/admin/duplicates'],
  ['suggestions', '/admin/suggestions'],
  ['changes', '/admin/changes'],
  ['people', '/admin/people'],
  ['policy', '/admin/policy'],
] as const

type Section = (typeof SECTIONS)[number][0]

const HIDDEN: Record<Person['role'], readonly Section[]> = {
  contributor: ['imports', 'duplicates', 'people', 'policy'],
  editor: ['people', 'policy'],
  administrator: [],
}

type Props = {
  person: Person
  /** Current section of the navigation. */
  section?: Section
  title: string
  /** Primary action, next to the heading. */
  action?: ReactNode
  /** Server action that ends the session. */
  signOut: (form: FormData) => Promise<void>
  children: ReactNode
}

/** Layout of all admin pages: header, navigation, heading and footer. */
export const AdminLayout = ({ person, section, title, action, signOut, children }: Props) => {
  const t = adminMessages(person.lang)
  return (
    <>
      <header className="admin-header">
        <div className="wrap admin-header-top">
          <a className="site-header-name" href="/admin">
            Local Record <span className="admin-name">{t('frame.name')}</span>
          </a>
          <a href="/">{t('frame.publicSite')}</a>
          <a href="/admin/account">
            {person.name} <span className="quiet">({t(`frame.role.${person.role}`)})</span>
          </a>
          <form action={signOut}>
            <button type="submit" className="link-button">
              {t('frame.signOut')}
            </button>
          </form>
        </div>
        <nav className="wrap admin-sections" aria-label={t('frame.sections')}>
          <ul>
            {SECTIONS.filter(([name]) => !HIDDEN[person.role].includes(name)).map(([name, href]) => (
              <li key={name}>
                <a href={href} aria-current={name === section ? 'page' : undefined}>
                  {t(`frame.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="content" className="wrap admin-page" tabIndex={-1}>
        <div className="admin-head">
          <h1>{title}</h1>
          {action}
        </div>
        {children}
      </main>
      <footer className="wrap admin-foot">
        <ThemeChoice lang={person.lang} />
      </footer>
    </>
  )
}
