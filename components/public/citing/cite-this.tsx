import { CITATION_FORMS, type CitationForm } from '@/lib/features/citing/citations'
import type { Citable } from '@/lib/features/citing/citable'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { CopyButton } from './copy-button'

const FORMATS = Object.entries(CITATION_FORMS) as [CitationForm, (typeof CITATION_FORMS)[CitationForm]][]

/** Citation of a page in several formats, each with a copy button. */
export const CiteThis = ({ cited, lang }: { cited: Citable; lang: Lang }) => {
  const t = translator(lang)
  return (
    <details className="opens">
      <summary>{t('cite.show')}</summary>
      <p className="quiet">{t('cite.about')}</p>
      <dl className="mt-3 space-y-4">
        {FORMATS.map(([format, { name, write, code }]) => {
          const text = write(cited, lang)
          return (
            <div key={format}>
              <dt className="font-semibold">{name}</dt>
              <dd>
                {code ? (
                  <pre className="overflow-x-auto text-sm whitespace-pre-wrap" data-form={format}>
                    {text}
                  </pre>
                ) : (
                  <p className="wrap-anywhere" data-form={format}>
                    <Italics text={text} />
                  </p>
                )}
                <CopyButton
                  text={code ? text : text.replaceAll('*', '')}
                  label={t('cite.copy', { form: name })}
                  done={t('cite.copied')}
                  failed={t('cite.notCopied')}
                />
              </dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
}

/** "a *b* c" with b in italics. */
const Italics = ({ text }: { text: string }) =>
  text.split('*').map((part, at) => (at % 2 ? <cite key={at}>{part}</cite> : part))
