import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'
import { listAddress } from '@/lib/features/lists/list-address'
import type { ListView } from './view'

type Props = { view: ListView; lang: Lang }

/** Query parameters that were ignored because they are invalid. */
export const NotUnderstood = ({ view, lang }: { view: Pick<ListView, 'issues'>; lang: Lang }) =>
  view.issues.length > 0 && (
    <div className="banner not-understood">
      <p className="font-semibold">{translator(lang)('filter.ignored')}</p>
      <ul>
        {view.issues.slice(0, 10).map(({ param, value, message }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same value can be given twice
          <li key={at}>
            <code>{value ? `${param}=${value}` : param}</code> {message[lang]}
          </li>
        ))}
      </ul>
    </div>
  )

/** The records that may fall in the range of dates, apart from those that certainly do. */
export const PossibleDates = ({ view, lang }: Props) =>
  view.possible && (
    <p className="quiet possible-dates">
      <a href={href(lang, listAddress(view, view.possible.values, view.viewParams))}>
        {translator(lang)('filter.possible', { count: view.possible.count })}
      </a>
    </p>
  )

/** Empty state that lists the filters whose removal gives results. */
export const Empty = ({ view, lang }: Props) => {
  const t = translator(lang)
  return (
    <div className="empty">
      <p>{t('filter.nothing')}</p>
      {view.relaxations.length > 0 ? (
        <ul>
          {view.relaxations.slice(0, 6).map(({ key, values, count }) => {
            const label = view.filters.filters[key]!.label[lang]
            return (
              <li key={key}>
                <a href={href(lang, listAddress(view, values, view.viewParams))}>
                  {view.values[key] === undefined
                    ? t('filter.instead', { filter: label, count })
                    : t('filter.without', { filter: label, count })}
                </a>
              </li>
            )
          })}
        </ul>
      ) : (
        <p>
          <a href={href(lang, view.path)}>{t('filter.clear')}</a>
        </p>
      )}
    </div>
  )
}
