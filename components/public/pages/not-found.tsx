import { type Lang, type Text } from '@/lib/platform/i18n/locale'
import { PageHead } from '@/components/public/layout/section'
import { formatDay } from '@/lib/text/format-date'
import { Localized } from '@/components/ui/localized-text'
import { href, translator } from '@/lib/platform/i18n/translate'
import { SearchForm } from './search-form'

export const NotFoundPage = ({ lang }: { lang: Lang }) => {
  const t = translator(lang)
  return (
    <>
      <PageHead title={t('missing.title')}>
        <p className="lede">{t('missing.about')}</p>
      </PageHead>
      <div className="home-search max-w-[50rem]">
        <SearchForm lang={lang} label={t('missing.search')} />
      </div>
      <p className="mt-6">
        <a href={href(lang, '/')}>{t('missing.home')}</a>
      </p>
    </>
  )
}

/** Tombstone of a withdrawn record with date and reason. */
export const WithdrawnPage = ({ on, reason, lang }: { on: string; reason: Text; lang: Lang }) => {
  const t = translator(lang)
  return (
    <PageHead title={t('withdrawn.title')}>
      <p>{t('withdrawn.on', { date: formatDay(on, lang) })}</p>
      <p className="lede">
        <Localized text={reason} lang={lang} />
      </p>
      <p className="quiet">{t('withdrawn.about')}</p>
    </PageHead>
  )
}
