import type { AboutPage } from '@/lib/features/suggestions/about-page'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { SuggestionReceipt } from '@/lib/features/suggestions/suggestion'
import { formatDay } from '@/lib/text/format-date'
import { href } from '@/lib/platform/i18n/translate'
import { suggestMessages } from './suggest-messages'

type Props = { lang: Lang; receipt: SuggestionReceipt; about: AboutPage; address: string }

/** Status page of a suggestion, reached by its receipt. */
export const ReceiptPage = ({ lang, receipt, about, address }: Props) => {
  const t = suggestMessages(lang)
  const { state, answer, answeredAt, receivedAt } = receipt
  const day = (at: Date) => <time dateTime={at.toISOString().slice(0, 10)}>{formatDay(at.toISOString(), lang)}</time>
  return (
    <div className="suggest">
      <h1>{t('yours')}</h1>
      <p className="lede">{t(`state.${state}`)}</p>
      {answer && (
        <section className="suggest-answer" aria-labelledby="answer">
          <h2 id="answer">
            {t('answer')}
            {answeredAt && (
              <>
                {', '}
                {day(answeredAt)}
              </>
            )}
          </h2>
          <p className="suggest-text">{answer}</p>
        </section>
      )}
      <dl className="suggest-look">
        <dt>{t('received')}</dt>
        <dd>{day(receivedAt)}</dd>
        <dt>{t('about')}</dt>
        <dd>
          <a href={href(lang, about.path)}>{about.path === '/' ? t('wholeSite') : (about.title ?? about.path)}</a>
        </dd>
        <dt>{t('address')}</dt>
        <dd className="suggest-text">
          <strong>{address}</strong>
        </dd>
      </dl>
      <p className="quiet">{t('keep')}</p>
    </div>
  )
}
