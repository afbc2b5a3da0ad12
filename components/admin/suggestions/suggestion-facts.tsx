import type { AboutPage } from '@/lib/features/suggestions/about-page'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { SuggestionRow } from '@/lib/features/suggestions/suggestion'
import { Timestamp } from '@/components/admin/timestamp'
import { adminMessages } from '@/components/admin/admin-messages'
import { AboutLink } from './about-link'

type Props = { lang: Lang; suggestion: SuggestionRow; about: AboutPage; zone: string }

/** Origin and outcome of a suggestion. Reader-supplied links open only on click. */
export const SuggestionFacts = ({
  lang,
  suggestion: { url, state, draftId, receivedAt, ...one },
  about,
  zone,
}: Props) => {
  const t = adminMessages(lang)
  return (
    <dl className="admin-facts">
      <dt>{t('suggestions.aboutTitle')}</dt>
      <dd>
        <AboutLink about={about} lang={lang} />
      </dd>
      {url && (
        <>
          <dt>{t('suggestions.link')}</dt>
          <dd>
            <strong>{new URL(url).host}</strong>
            <span className="under">
              <a className="suggestion-url" href={url} rel="noopener noreferrer nofollow" target="_blank">
                {url}
              </a>
            </span>
          </dd>
        </>
      )}
      <dt>{t('suggestions.received')}</dt>
      <dd>
        <Timestamp at={receivedAt} zone={zone} lang={lang} />, {t(`suggestions.in.${one.lang}`)}
      </dd>
      <dt>{t('suggestions.state')}</dt>
      <dd>
        {t(`suggestions.view.${state}`)}
        {draftId && (
          <>
            {' · '}
            <a href={`/admin/entries/${draftId}`}>{t('suggestions.draft')}</a>
          </>
        )}
      </dd>
    </dl>
  )
}
