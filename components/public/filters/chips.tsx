import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'
import { listAddress } from '@/lib/features/lists/list-address'
import type { ListView } from './view'

/** Active filters as links that remove them. */
export const Chips = ({ view, lang }: { view: ListView; lang: Lang }) => {
  const t = translator(lang)
  const chips = view.filters.chips(view.values, lang, view.names)
  if (chips.length === 0) return null
  return (
    <ul className="chips no-print" aria-label={t('filter.used')}>
      {chips.map((chip) => (
        <li key={chip.label}>
          <a className="chip" href={href(lang, listAddress(view, chip.without, view.viewParams))}>
            <span className="sr-only">{t('filter.remove')} </span>
            {chip.label}
            <span aria-hidden="true"> ×</span>
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a className="chip-all" href={href(lang, listAddress(view, {}, view.viewParams))}>
            {t('filter.clear')}
          </a>
        </li>
      )}
    </ul>
  )
}
