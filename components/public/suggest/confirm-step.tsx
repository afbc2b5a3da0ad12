import type { Lang } from '@/lib/platform/i18n/locale'
import { Problems } from './problems'
import type { SuggestState, Typed } from './state'
import { suggestMessages } from './suggest-messages'

/** Second step: review before sending. */
export const ConfirmStep = ({ lang, state }: { lang: Lang; state: SuggestState }) => {
  const t = suggestMessages(lang)
  const { typed, token } = state
  return (
    <>
      <Problems lang={lang} state={state} />
      {(['kind', 'text', 'url', 'website'] as const satisfies readonly (keyof Typed)[]).map((field) => (
        <input key={field} type="hidden" name={field} value={typed[field]} />
      ))}
      <input type="hidden" name="token" value={token} />
      <h2>{t('lookOver')}</h2>
      <dl className="suggest-look">
        <dt>{t('kind')}</dt>
        <dd>{t(`kinds.${typed.kind as 'source'}`)}</dd>
        <dt>{t('text')}</dt>
        <dd className="suggest-text">{typed.text}</dd>
        {typed.url && (
          <>
            <dt>{t('url')}</dt>
            <dd className="suggest-text">{typed.url}</dd>
          </>
        )}
      </dl>
      <p className="suggest-buttons">
        <button type="submit" name="step" value="send" className="button">
          {t('send')}
        </button>{' '}
        <button type="submit" name="step" value="write" className="button-plain">
          {t('change')}
        </button>
      </p>
    </>
  )
}
