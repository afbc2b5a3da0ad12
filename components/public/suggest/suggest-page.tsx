import type { AboutPage } from '@/lib/features/suggestions/about-page'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href } from '@/lib/platform/i18n/translate'
import type { SuggestAction } from './state'
import { SuggestForm } from './suggest-form'
import { suggestMessages } from './suggest-messages'

type Props = { lang: Lang; about: AboutPage; action: SuggestAction }

/** Page with the suggestion form. */
export const SuggestPage = ({ lang, about, action }: Props) => {
  const t = suggestMessages(lang)
  return (
    <div className="suggest">
      <h1>{t('title')}</h1>
      <p className="lede">{t('lead')}</p>
      <p className="suggest-about">
        {t('about')}{' '}
        {about.path === '/' ? (
          <strong>{t('wholeSite')}</strong>
        ) : (
          <a href={href(lang, about.path)}>{about.title ?? about.path}</a>
        )}
      </p>
      <SuggestForm lang={lang} about={about.path} action={action} />
    </div>
  )
}
