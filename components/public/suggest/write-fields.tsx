import type { Lang } from '@/lib/platform/i18n/locale'
import { Problems } from './problems'
import type { SuggestState } from './state'
import { suggestMessages } from './suggest-messages'

const KINDS = ['source', 'correction', 'other'] as const

/** First step: the form fields. */
export const WriteFields = ({ lang, state }: { lang: Lang; state: SuggestState }) => {
  const t = suggestMessages(lang)
  const { issues, typed } = state
  const ariaProps = (field: 'text' | 'url') => ({
    'aria-invalid': issues[field] ? true : undefined,
    'aria-describedby': `${field}-about${issues[field] ? ` ${field}-wrong` : ''}`,
  })
  const issueOf = (field: keyof typeof issues) =>
    issues[field] && (
      <p id={`${field}-wrong`} className="field-wrong">
        {issues[field]}
      </p>
    )
  return (
    <>
      <Problems lang={lang} state={state} />
      <fieldset className="field" data-wrong={issues.kind ? '' : undefined}>
        <legend>{t('kind')}</legend>
        {issueOf('kind')}
        {KINDS.map((kind) => (
          <p key={kind} className="suggest-kind">
            <input
              type="radio"
              id={`kind-${kind}`}
              name="kind"
              value={kind}
              defaultChecked={typed.kind === kind}
              required
            />{' '}
            <label htmlFor={`kind-${kind}`}>{t(`kinds.${kind}`)}</label>
          </p>
        ))}
      </fieldset>
      <div className="field" data-wrong={issues.text ? '' : undefined}>
        <label htmlFor="text">{t('text')}</label>
        <p id="text-about" className="quiet">
          {t('textAbout')}
        </p>
        {issueOf('text')}
        <textarea
          id="text"
          name="text"
          className="input"
          rows={8}
          maxLength={4000}
          defaultValue={typed.text}
          required
          {...ariaProps('text')}
        />
      </div>
      <div className="field" data-wrong={issues.url ? '' : undefined}>
        <label htmlFor="url">{t('url')}</label>
        <p id="url-about" className="quiet">
          {t('urlAbout')}
        </p>
        {issueOf('url')}
        <input
          id="url"
          name="url"
          type="text"
          inputMode="url"
          className="input"
          maxLength={2000}
          defaultValue={typed.url}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...ariaProps('url')}
        />
      </div>
      {/* Honeypot: bots fill fields that people do not see. */}
      <div className={issues.website ? 'field' : 'field sr-only'}>
        <label htmlFor="website">{t('website')}</label>
        {issueOf('website')}
        <input
          id="website"
          name="website"
          type="text"
          className="input"
          defaultValue={typed.website}
          tabIndex={issues.website ? undefined : -1}
          autoComplete="off"
        />
      </div>
      <p className="quiet suggest-privacy">{t('privacy')}</p>
      <button type="submit" name="step" value="confirm" className="button">
        {t('continue')}
      </button>
    </>
  )
}
