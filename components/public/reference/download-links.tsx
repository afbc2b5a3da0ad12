import { listFileAddress } from '@/lib/features/feeds/addresses'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = { path: string; total: number; lang: Lang }

/** Downloads and feeds of a list. Links state the number of rows. */
export const DownloadLinks = ({ path, total, lang }: Props) => {
  const t = translator(lang)
  const rows = t('download.rows', { count: total })
  const fileHref = (format: Parameters<typeof listFileAddress>[1]) => href(lang, listFileAddress(path, format) ?? path)
  return (
    <>
      <p className="quiet">{t('download.about')}</p>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
        {(['csv', 'xlsx', 'json'] as const).map((one) => (
          <li key={one}>
            <a href={fileHref(one)} download rel="nofollow">
              {t('download.file', { format: one.toUpperCase(), rows })}
            </a>
          </li>
        ))}
        <li>
          <a href={fileHref('atom')} type="application/atom+xml" rel="nofollow">
            {t('download.feed')}
          </a>
        </li>
        <li>
          <a href={fileHref('feed.json')} type="application/feed+json" rel="nofollow">
            {t('download.jsonFeed')}
          </a>
        </li>
        <li>
          <a href={href(lang, '/about/api')}>{t('download.api')}</a>
        </li>
      </ul>
    </>
  )
}
