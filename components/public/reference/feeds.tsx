import { feedsOf } from '@/lib/features/feeds/addresses'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'
import type { Lang } from '@/lib/platform/i18n/locale'
import { PageHead, Section } from '@/components/public/layout/section'
import { href, translator } from '@/lib/platform/i18n/translate'

/** All feeds, and how to subscribe to a filtered view. */
export const FeedsPage = ({ lang }: { lang: Lang }) => {
  const t = translator(lang)
  const lists = RECORD_TYPE_NAMES.map((type) => ({ path: `/${type}`, name: t(`recordType.${type}`) }))
  const all = [...lists, { path: '/about/corrections', name: t('download.corrections') }]
  return (
    <article>
      <PageHead title={t('download.feedsTitle')}>
        <p className="lede">{t('download.feedsLead')}</p>
      </PageHead>
      <Section title={t('download.list')} wide>
        <table className="table table-stacks">
          <thead>
            <tr>
              <th scope="col">{t('download.list')}</th>
              <th scope="col">{t('download.atom')}</th>
              <th scope="col">{t('download.jsonFeed')}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ path, name }) => {
              const feeds = feedsOf(path)!
              return (
                <tr key={path}>
                  <th scope="row">
                    <a href={href(lang, path)}>{name}</a>
                  </th>
                  <td data-column={t('download.atom')}>
                    <a href={href(lang, feeds.atom)}>{feeds.atom}</a>
                  </td>
                  <td data-column={t('download.jsonFeed')}>
                    <a href={href(lang, feeds.json)}>{feeds.json}</a>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <p className="reading mt-6">{t('download.feedsFilter')}</p>
      </Section>
    </article>
  )
}
