import type { ReactNode } from 'react'
import type { TableSize } from '@/lib/features/dataset/descriptor'
import type { Lang } from '@/lib/platform/i18n/locale'
import { PageHead, Section } from '@/components/public/layout/section'
import { format, href, translator } from '@/lib/platform/i18n/translate'

type Props = {
  asOf: string
  tables: readonly TableSize[]
  /** Dates of the previous releases, latest first. */
  earlier: readonly string[]
  lang: Lang
  children: ReactNode
}

const OTHERS = ['/about/api', '/feeds', '/about/corrections', '/about/codebook'] as const

/** Data page: the full data set, its contents, license and citation. */
export const DataPage = ({ asOf, tables, earlier, lang, children }: Props) => {
  const t = translator(lang)
  const date = asOf.slice(0, 10)
  const file = t('data.file', { date })
  return (
    <article>
      <PageHead title={t('data.title')}>
        <p className="lede">{t('data.lead')}</p>
      </PageHead>
      <Section title={t('data.get')} about={<p>{t('data.version', { date })}</p>}>
        <p>
          <a href={`/data/${file}`} download>
            {file}
          </a>
        </p>
        <p className="reading mt-3">{t('data.package')}</p>
      </Section>
      {earlier.length > 0 && (
        <Section title={t('data.past')} about={<p>{t('data.pastAbout')}</p>}>
          <ul>
            {earlier.map((day) => (
              <li key={day}>
                <a href={`/data/${t('data.file', { date: day })}`} download rel="nofollow">
                  {t('data.file', { date: day })}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('data.contents')} wide>
        <Tables tables={tables} lang={lang} />
      </Section>
      <Section title={t('data.licence')}>
        <p className="reading">{t('data.licenceAbout')}</p>
      </Section>
      <Section title={t('cite.title')} id="cite">
        {children}
      </Section>
      <Section title={t('data.other')}>
        <p className="reading">{t('data.otherLists')}</p>
        <ul className="mt-3">
          {OTHERS.map((path) => (
            <li key={path}>
              <a href={href(lang, path)}>{nameOf(path, lang)}</a>
            </li>
          ))}
        </ul>
      </Section>
    </article>
  )
}

const nameOf = (path: (typeof OTHERS)[number], lang: Lang): string => {
  const t = translator(lang)
  if (path === '/about/api') return t('api.title')
  if (path === '/feeds') return t('download.feedsTitle')
  return path === '/about/corrections' ? t('corrections.title') : t('about.codebook')
}

const Tables = ({ tables, lang }: Pick<Props, 'tables' | 'lang'>) => {
  const t = translator(lang)
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{t('data.table')}</th>
          <th scope="col">{t('data.rows')}</th>
          <th scope="col">{t('data.columns')}</th>
          <th scope="col">{t('data.get')}</th>
        </tr>
      </thead>
      <tbody>
        {tables.map(({ type, rows, columns }) => (
          <tr key={type}>
            <th scope="row">
              <a href={href(lang, `/${type}`)}>{t(`recordType.${type}`)}</a>
            </th>
            <td data-column={t('data.rows')}>{format(lang).number(rows)}</td>
            <td data-column={t('data.columns')}>{columns}</td>
            <td data-column={t('data.get')}>
              {(['csv', 'xlsx', 'json'] as const).map((one) => (
                <a key={one} className="mr-3" href={href(lang, `/${type}.${one}`)} download>
                  {one.toUpperCase()}
                </a>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
