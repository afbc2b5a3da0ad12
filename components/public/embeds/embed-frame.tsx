import type { ReactNode } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { InlineScript } from '@/components/public/layout/inline-script'
import { formatDay } from '@/lib/text/format-date'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = {
  title: string
  /** English path of the public page. */
  page: string
  /** Time of the last publication; null before the first. */
  asOf: string | null
  lang: Lang
  children: ReactNode
}

/** Embedded view with its title, credit and date. */
export const EmbedFrame = ({ title, page, asOf, lang, children }: Props) => {
  const t = translator(lang)
  return (
    <main className="embed">
      <h1>
        <a href={href(lang, page)}>{title}</a>
      </h1>
      {children}
      <p className="embed-credit quiet">
        <a className="font-serif font-semibold" href={href(lang, page)}>
          {t('site.name')}
        </a>
        {asOf && ` · ${t('figure.asOf', { date: formatDay(asOf, lang) })}`}
        {' · CC BY 4.0'}
      </p>
      <InlineScript name="embedSize" />
    </main>
  )
}
