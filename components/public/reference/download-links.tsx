import { listFileAddress } from '@/lib/features/feeds/addresses'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = { path: string; total: number; lang: Lang }

/** A list in its other forms: the links say how many rows each file has. */
export const DownloadLinks = ({ path, total, lang }: Props) => {
  const t = translator(lang)
  const rows = t('download.rows', { count: total })
  const at = (format: Parameters<typeof listFileAddress>[1]) => href(lang, listFileAddress(path, format) ?? path)
  return (
    <>
      <p className="quiet">{t('download.about')}</p>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
        {(['csv', 'xlsx', 'json'] as const).map((one) => (
          <li key={one}>
            <a href={at(one)} download rel="nofollow">
              {t('download.file', { format: one.toUpperCase(), rows })}
            </a>
          </li>
        ))}
        <li>
          <a href={at('atom')} type="application/atom+xml" rel="nofollow">
            {t('download.feed')}
          </a>
        </li>
        <li>
          <a href={at('feed.json')} type="application/feed+json" rel="nofollow">
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
