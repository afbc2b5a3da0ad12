import type { ComponentProps } from 'react'
import { CompareForm } from '@/components/public/compare/compare-form'
import { CompareTable } from '@/components/public/compare/compare-table'
import { PageHead } from '@/components/public/layout/section'
import { formatDay } from '@/lib/text/format-date'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = ComponentProps<typeof CompareTable> & {
  /** Query values that were invalid or not found. */
  ignored: readonly string[]
  search: Pick<ComponentProps<typeof CompareForm>, 'found' | 'q'>
}

/** Two to four places side by side by topic, now or on a past date. */
export const ComparePage = ({ places, on, ignored, search, lang }: Props) => {
  const t = translator(lang)
  return (
    <>
      <PageHead title={t('compare.title')}>
        <p className="lede">{t('compare.lead')}</p>
      </PageHead>
      {ignored.length > 0 && (
        <p className="banner" role="status">
          {t('compare.ignored', { values: ignored.join(', ') })}
        </p>
      )}
      <CompareForm places={places.map((one) => one.place)} on={on} {...search} lang={lang} />
      {places.length === 0 && (
        <p className="reading">
          {t.rich('compare.empty', {
            link: (chunks) => <a href={href(lang, '/compare?place=/tx/el-paso&place=/nv/las-vegas')}>{chunks}</a>,
          })}
        </p>
      )}
      {places.length === 1 && <p className="mb-4">{t('compare.one')}</p>}
      {places.length > 0 && (
        <>
          <h2 className="mb-3">{on ? t('compare.asOf', { date: formatDay(on, lang) }) : t('compare.now')}</h2>
          {on && <p className="quiet mb-3">{t('compare.asOfAbout')}</p>}
          <CompareTable places={places} on={on} lang={lang} />
        </>
      )}
    </>
  )
}
