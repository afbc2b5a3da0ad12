import type { ReactNode } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = { lang: Lang; title: string; about?: string; children?: ReactNode }

/** Layout of the pages before sign-in: one column, one form. */
export const SignInLayout = ({ lang, title, about, children }: Props) => (
  <main id="content" className="doorway" tabIndex={-1}>
    <a className="masthead-name" href={href(lang, '/')}>
      {translator(lang)('site.name')}
    </a>
    <h1>{title}</h1>
    {about && <p className="doorway-about">{about}</p>}
    {children}
  </main>
)
