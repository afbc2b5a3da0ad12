import { PageHead } from '@/components/public/layout/section'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'

export const FailedPage = ({ lang }: { lang: Lang }) => {
  const t = translator(lang)
  return (
    <>
      <PageHead title={t('failed.title')}>
        <p className="lede">{t('failed.about')}</p>
      </PageHead>
      <p className="mt-6">
        <a href={href(lang, '/')}>{t('failed.home')}</a>
      </p>
    </>
  )
}
