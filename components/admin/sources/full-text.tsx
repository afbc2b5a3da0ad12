import { HiddenCharacters } from '@/components/ui/source-words'
import { withoutHidden } from '@/lib/platform/text/hidden-characters'
import { AdminForm } from '@/components/admin/admin-form'
import { adminMessages } from '@/components/admin/admin-messages'
import { pieces } from './highlighted-text'
import type { TextProps } from './text-page'

/** Full captured text. Each quote is a button that begins an entry. */
export const FullText = ({ lang, source, text, part, recognized, action }: TextProps) => {
  const t = adminMessages(lang)
  const { quotations = [], quotationCount = 0 } = recognized ?? {}
  const paragraphs = [...text.text.slice(part.start, part.end).matchAll(/[^\n]+/g)].map((one) => ({
    start: part.start + one.index,
    end: part.start + one.index + one[0].length,
  }))
  return (
    <section>
      <h2>{t('sources.text.whole')}</h2>
      {quotationCount > quotations.length && (
        <p className="quiet">{t('sources.text.quotationsOf', { shown: quotations.length, of: quotationCount })}</p>
      )}
      <p>
        <HiddenCharacters texts={[text.text.slice(part.start, part.end)]} lang={lang} />
      </p>
      <AdminForm lang={lang} action={action} className="full-text">
        <input type="hidden" name="source" value={source.id} />
        <input type="hidden" name="of" value={text.sha256} />
        <div lang={text.lang}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph.start}>
              {pieces(paragraph, quotations).map(({ start, end, quoted }) => {
                const passage = withoutHidden(text.text.slice(start, end))
                if (!quoted) return <bdi key={start}>{passage}</bdi>
                return (
                  <button
                    key={start}
                    type="submit"
                    name="at"
                    value={`${start}-${end}`}
                    className="quote-button"
                    title={t('sources.text.quoteButton', {
                      words: passage.length > 60 ? `${passage.slice(0, 60)}…` : passage,
                    })}
                  >
                    <bdi>{passage}</bdi>
                  </button>
                )
              })}
            </p>
          ))}
        </div>
      </AdminForm>
    </section>
  )
}
