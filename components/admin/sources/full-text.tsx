import { quotedPassages } from '@/lib/text/quotes'
import { AdminForm } from '@/components/admin/admin-form'
import { adminMessages } from '@/components/admin/admin-messages'
import { pieces } from './highlighted-text'
import type { TextProps } from './text-page'

/** Full captured text. Each quote is a button that begins an entry. */
export const FullText = ({ lang, source, text, action }: TextProps) => {
  const t = adminMessages(lang)
  const quotes = quotedPassages(text.text)
  const paragraphs = [...text.text.matchAll(/[^\n]+/g)].map((one) => ({
    start: one.index,
    end: one.index + one[0].length,
  }))
  return (
    <section>
      <h2>{t('sources.text.whole')}</h2>
      <AdminForm lang={lang} action={action} className="full-text">
        <input type="hidden" name="source" value={source.id} />
        <input type="hidden" name="of" value={text.sha256} />
        <div lang={text.lang}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph.start}>
              {pieces(paragraph, quotes).map(({ start, end, quoted }) => {
                const passage = text.text.slice(start, end)
                if (!quoted) return passage
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
                    {passage}
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
