import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = {
  path: string
  next: string | null
  after?: string
  at?: string
  /** Where all rows stand on one page, and how many they are. */
  whole?: { path: string; total: number } | null
  lang: Lang
}

/** The way on through a list. There is no "page 7": a list is read from where the last page ended. */
export const Pager = ({ path, next, after, at, whole, lang }: Props) => {
  const t = translator(lang)
  if (!next && !after) return null
  const part = at ? `#${at}` : ''
  return (
    <nav className="pager inline-list" aria-label={t('list.pages')}>
      {next && (
        <a
          className="font-semibold"
          rel="next"
          href={href(lang, `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}${part}`)}
        >
          {t('list.next')}
        </a>
      )}
      {after && <a href={href(lang, path + part)}>{t('list.first')}</a>}
      {whole && <a href={href(lang, whole.path)}>{t('list.whole', { count: whole.total })}</a>}
    </nav>
  )
}
