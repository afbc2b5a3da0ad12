import type { ReactNode } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = { lang: Lang; title: string; about?: string; children?: ReactNode }

/** Layout of the pages before sign-in: one column, one form. */
export const SignInLayout = ({ lang, title, about, children }: Props) => (
  <main id="content" className="sign-in-page" tabIndex={-1}>
    <a className="site-header-name" href={href(lang, '/')}>
      {translator(lang)('site.name')}
    </a>
    <h1>{title}</h1>
    {about && <p className="sign-in-page-about">{about}</p>}
    {children}
  </main>
)
