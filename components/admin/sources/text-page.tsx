import type { Lang } from '@/lib/platform/i18n/locale'
import type { CapturedPage, Recognized } from '@/lib/features/intake/recognized'
import type { AdminSource } from '@/lib/features/source-health/admin-queries'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { LongField } from '@/components/admin/long-field'
import { adminMessages } from '@/components/admin/admin-messages'
import { CandidateForm } from './candidate-form'
import { FullText } from './full-text'

export type TextProps = {
  lang: Lang
  source: AdminSource
  text: CapturedPage
  candidates: readonly Recognized[]
  action: FormAction
}

/** A captured text with candidate entries, and a form to begin an entry from any passage. */
export const TextPage = (props: TextProps) => {
  const { lang, source, text, candidates, action } = props
  const t = adminMessages(lang)
  return (
    <>
      <p className="reading">{t('sources.text.about')}</p>
      {candidates.length === 0 ? (
        <p>{t('sources.text.none')}</p>
      ) : (
        <>
          <p className="admin-count" role="status">
            <strong>{t('sources.text.count', { count: candidates.length })}</strong>
          </p>
          <ol className="candidates">
            {candidates.map((one, at) => (
              <li key={one.around.start}>
                <CandidateForm {...props} candidate={one} number={at + 1} />
              </li>
            ))}
          </ol>
        </>
      )}
      <section id="choose">
        <h2>{t('sources.text.choose')}</h2>
        <p className="quiet">{t('sources.text.chooseAbout')}</p>
        <AdminForm lang={lang} action={action} className="admin-form">
          <input type="hidden" name="source" value={source.id} />
          <input type="hidden" name="of" value={text.sha256} />
          <LongField name="words" id="chosen" label={t('sources.text.words')} required />
          <button type="submit" className="button-plain">
            {t('sources.text.beginWords')}
          </button>
        </AdminForm>
      </section>
      <FullText {...props} />
    </>
  )
}
