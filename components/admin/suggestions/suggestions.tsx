import type { AboutPage } from '@/lib/features/suggestions/about-page'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { SuggestionRow } from '@/lib/features/suggestions/suggestion'
import { KINDS, type View, VIEWS, type SuggestionViewQuery } from '@/lib/features/suggestions/suggestion'
import { Timestamp } from '@/components/admin/timestamp'
import { adminMessages } from '@/components/admin/admin-messages'
import { AboutLink } from './about-link'

type Props = {
  lang: Lang
  rows: readonly (SuggestionRow & { about: AboutPage })[]
  next: string | null
  query: SuggestionViewQuery
  counts: Record<View, number>
  zone: string
}

const address = ({ view, kind, before }: SuggestionViewQuery): string => {
  const params = new URLSearchParams()
  if (view !== 'open') params.set('state', view)
  if (kind) params.set('kind', kind)
  if (before) params.set('before', before)
  return `/admin/suggestions${params.size ? `?${params.toString()}` : ''}`
}

/** Suggestions, newest first. */
export const SuggestionsPage = ({ lang, rows, next, query, counts, zone }: Props) => {
  const t = adminMessages(lang)
  const first = { ...query, before: null }
  return (
    <>
      <nav className="admin-views" aria-label={t('suggestions.state')}>
        <ul>
          {VIEWS.map((view) => (
            <li key={view}>
              <a href={address({ ...first, view })} aria-current={view === query.view ? 'page' : undefined}>
                {t(`suggestions.view.${view}`)} <span className="quiet">{counts[view]}</span>
              </a>
            </li>
          ))}
        </ul>
        <ul aria-label={t('suggestions.kindTitle')}>
          {[null, ...KINDS].map((kind) => (
            <li key={kind ?? 'any'}>
              <a href={address({ ...first, kind })} aria-current={kind === query.kind ? 'true' : undefined}>
                {kind ? t(`suggestions.kind.${kind}`) : t('suggestions.anyKind')}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 && <p className="mt-6 quiet">{t('suggestions.none')}</p>}
      {rows.length > 0 && (
        <div className="table-scroll">
          <table className="table table-stacks">
            <thead>
              <tr>
                {(['text', 'aboutTitle', 'state', 'received'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`suggestions.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row" className="suggestion-cell">
                    <a href={`/admin/suggestions/${row.id}`} lang={row.lang}>
                      {row.text.length > 140 ? `${row.text.slice(0, 139)}…` : row.text}
                    </a>
                    <span className="under quiet">{t(`suggestions.kind.${row.kind}`)}</span>
                  </th>
                  <td data-column={t('suggestions.aboutTitle')}>
                    <AboutLink about={row.about} lang={lang} />
                  </td>
                  <td data-column={t('suggestions.state')}>{t(`suggestions.view.${row.state}`)}</td>
                  <td data-column={t('suggestions.received')}>
                    <Timestamp at={row.receivedAt} zone={zone} lang={lang} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next && (
        <p className="mt-4">
          <a href={address({ ...query, before: next })} rel="next">
            {t('suggestions.older')}
          </a>
        </p>
      )}
    </>
  )
}
