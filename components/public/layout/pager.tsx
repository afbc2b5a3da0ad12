import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = {
  path: string
  next: string | null
  after?: string
  fragment?: string
  /** Link to the view with all rows on one page. */
  allRows?: { path: string; total: number } | null
  lang: Lang
}

/** Keyset pagination: "next" and "first", no page numbers. */
export const Pager = ({ path, next, after, fragment, allRows, lang }: Props) => {
  const t = translator(lang)
  if (!next && !after) return null
  const hash = fragment ? `#${fragment}` : ''
  return (
    <nav className="pager inline-list" aria-label={t('list.pages')}>
      {next && (
        <a
          className="font-semibold"
          rel="next"
          href={href(lang, `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}${hash}`)}
        >
          {t('list.next')}
        </a>
      )}
      {after && <a href={href(lang, path + hash)}>{t('list.first')}</a>}
      {allRows && <a href={href(lang, allRows.path)}>{t('list.whole', { count: allRows.total })}</a>}
    </nav>
  )
}
