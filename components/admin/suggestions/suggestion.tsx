import type { AboutPage } from '@/lib/features/suggestions/about-page'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { SuggestionRow } from '@/lib/features/suggestions/suggestion'
import { AdminForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { LongField } from '@/components/admin/long-field'
import { Timestamp } from '@/components/admin/timestamp'
import { adminMessages } from '@/components/admin/admin-messages'
import { SuggestionFacts } from './suggestion-facts'

type Action = 'answer' | 'dismiss' | 'draftRecord' | 'draftSource' | 'reopen'
type Props = {
  lang: Lang
  suggestion: SuggestionRow
  about: AboutPage
  mayAnswer: boolean
  zone: string
  done: unknown
  actions: Record<Action, FormAction>
}

const DONE = ['answered', 'dismissed', 'reopened'] as const

/** One suggestion: the text, the available actions, and the outcome. */
export const SuggestionPage = ({ lang, suggestion, about, mayAnswer, zone, done, actions }: Props) => {
  const t = adminMessages(lang)
  const { id, state, url, recordId, text, answer, answeredAt, reason, by } = suggestion
  const notice = DONE.find((one) => one === done)
  const closed = state === 'answered' || state === 'dismissed'
  const button = (action: FormAction, label: string, plain = true) => (
    <AdminForm lang={lang} action={action}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className={plain ? 'button-plain' : 'button'}>
        {label}
      </button>
    </AdminForm>
  )
  return (
    <>
      {notice && (
        <p className="admin-done" role="status">
          {t(`suggestions.done.${notice}`)}
        </p>
      )}
      <blockquote className="suggestion-text" lang={suggestion.lang}>
        {text}
      </blockquote>
      <SuggestionFacts lang={lang} suggestion={suggestion} about={about} zone={zone} />
      {closed && (
        <section className="admin-part" aria-labelledby="outcome">
          <h2 id="outcome">{t(`suggestions.view.${state}`)}</h2>
          <p className="quiet">
            {answeredAt && <Timestamp at={answeredAt} zone={zone} lang={lang} />}
            {by && ` · ${by}`}
          </p>
          {answer && <p className="suggestion-text">{answer}</p>}
          {reason && (
            <p>
              {t('suggestions.reason')}: {reason}
            </p>
          )}
          {mayAnswer && <div className="mt-4">{button(actions.reopen, t('suggestions.reopen'))}</div>}
        </section>
      )}
      {mayAnswer && !closed && (
        <>
          <section className="admin-part" aria-labelledby="use">
            <h2 id="use">{t('suggestions.use')}</h2>
            <div className="admin-buttons">
              {url && button(actions.draftSource, t('suggestions.draftSource'), false)}
              {recordId && button(actions.draftRecord, t('suggestions.draftRecord'), Boolean(url))}
            </div>
            {!url && !recordId && <p className="quiet">{t('suggestions.nothingToUse')}</p>}
          </section>
          <section className="admin-part" aria-labelledby="answering">
            <h2 id="answering">{t('suggestions.answer')}</h2>
            <AdminForm lang={lang} action={actions.answer} className="admin-form">
              <input type="hidden" name="id" value={id} />
              <p className="quiet">{t('suggestions.answerAbout')}</p>
              <LongField name="answer" label={t('suggestions.toReader')} rows={4} maxLength={4000} required />
              <button type="submit" className="button">
                {t('suggestions.sendAnswer')}
              </button>
            </AdminForm>
          </section>
          <section className="admin-part" aria-labelledby="dismissing">
            <h2 id="dismissing">{t('suggestions.dismiss')}</h2>
            <AdminForm lang={lang} action={actions.dismiss} className="admin-form">
              <input type="hidden" name="id" value={id} />
              <Field
                name="reason"
                label={t('suggestions.reason')}
                about={t('suggestions.reasonAbout')}
                maxLength={500}
                required
              />
              <LongField name="farewell" label={t('suggestions.toReaderToo')} rows={2} maxLength={4000} />
              <button type="submit" className="button-plain">
                {t('suggestions.dismiss')}
              </button>
            </AdminForm>
          </section>
        </>
      )}
      <p className="mt-6">
        <a href="/admin/suggestions">{t('suggestions.back')}</a>
      </p>
    </>
  )
}
