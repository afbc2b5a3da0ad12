import type { Recognized } from '@/lib/features/intake/recognized'
import { AdminForm } from '@/components/admin/admin-form'
import { adminMessages } from '@/components/admin/admin-messages'
import { CandidateFacts } from './candidate-facts'
import { HighlightedText } from './highlighted-text'
import type { TextProps } from './text-page'

type Props = TextProps & { candidate: Recognized; number: number }

/** One candidate: its passage, and the recognized values for each field, which the editor chooses from. */
export const CandidateForm = ({ lang, source, text, action, candidate, number }: Props) => {
  const t = adminMessages(lang)
  const { around, quotes, speakers, duplicates } = candidate
  const of = `candidate-${number}`
  return (
    <article aria-labelledby={of} className="candidate">
      <div>
        <h2 id={of} className="candidate-kind">
          {t(quotes.length ? 'sources.text.quote' : 'sources.text.told')}
          {speakers[0] && ` · ${speakers[0].words}`}
        </h2>
        <HighlightedText text={text} around={around} quotes={quotes} />
        {duplicates.length > 0 && (
          <div className="candidate-alike">
            <p>{t('sources.text.duplicates')}</p>
            <ul>
              {duplicates.map(({ id, path, title, why }) => (
                <li key={id}>
                  <a href={path}>{title}</a>{' '}
                  <span className="quiet">
                    {t(why === 'words' ? 'sources.text.byWords' : 'sources.text.bySpeaker')}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <AdminForm lang={lang} action={action} className="candidate-form">
        <input type="hidden" name="source" value={source.id} />
        <input type="hidden" name="of" value={text.sha256} />
        <input type="hidden" name="at" value={`${around.start}-${around.end}`} />
        <CandidateFacts lang={lang} candidate={candidate} of={of} />
        <button type="submit" className="button" aria-describedby={of}>
          {t('sources.text.begin')}
        </button>
        <p className="quiet">{t('sources.text.confirm')}</p>
      </AdminForm>
    </article>
  )
}
