import type { Lang } from '@/lib/platform/i18n/locale'
import type { CapturedPage, RecognizedText } from '@/lib/features/intake/recognized'
import type { Span } from '@/lib/text/quotes'
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
  /** The part of the text that this page shows. */
  part: Span & { number: number; of: number }
  /** Null if recognition took too long. */
  recognized: RecognizedText | null
  action: FormAction
}

/** Links to the parts of a long text. */
const TextParts = ({ lang, source, text, part }: TextProps) => {
  const t = adminMessages(lang)
  if (part.of === 1) return null
  const link = (number: number) => `/admin/sources/${source.id}/text?of=${text.sha256}&part=${number}`
  return (
    <p>
      {t('sources.text.part', { number: part.number, of: part.of })}{' '}
      {part.number > 1 && (
        <a href={link(part.number - 1)} rel="prev">
          {t('sources.text.previous')}
        </a>
      )}{' '}
      {part.number < part.of && (
        <a href={link(part.number + 1)} rel="next">
          {t('sources.text.next')}
        </a>
      )}
    </p>
  )
}

/** A captured text with candidate entries, and a form to begin an entry from any passage. */
export const TextPage = (props: TextProps) => {
  const { lang, source, text, recognized, action } = props
  const { candidates = [], candidateCount = 0 } = recognized ?? {}
  const t = adminMessages(lang)
  return (
    <>
      <p className="reading">{t('sources.text.about')}</p>
      <TextParts {...props} />
      {candidates.length === 0 ? (
        <p>{t(recognized ? 'sources.text.none' : 'sources.text.tooSlow')}</p>
      ) : (
        <>
          <p className="admin-count" role="status">
            <strong>{t('sources.text.count', { count: candidateCount })}</strong>{' '}
            {candidateCount > candidates.length &&
              t('sources.text.firstOf', { shown: candidates.length, of: candidateCount })}
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
