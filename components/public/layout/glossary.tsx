import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { Section } from './section'

export const TERMS = ['detainer', 'agreement287g', 'wso', 'edtf'] as const
export type TermName = (typeof TERMS)[number]

/** Glossary term as a disclosure. */
export const Term = ({ name, lang, open }: { name: TermName; lang: Lang; open?: boolean }) => {
  const t = translator(lang)
  return (
    <details className="opens" open={open}>
      <summary>
        <dfn>{t(`term.${name}`)}</dfn>
      </summary>
      <p>{t(`term.${name}About`)}</p>
    </details>
  )
}

/** Glossary of the terms that a page uses. */
export const Glossary = ({ terms, lang }: { terms: readonly TermName[]; lang: Lang }) =>
  terms.length > 0 && (
    <Section title={translator(lang)('term.heading')} printed={false}>
      <ul>
        {terms.map((name) => (
          <li key={name}>
            <Term name={name} lang={lang} />
          </li>
        ))}
      </ul>
    </Section>
  )

/** Glossary terms for the topics on a page. */
export const termsOf = (topics: readonly string[], model?: string | null): TermName[] => [
  ...(topics.includes('detainers') ? (['detainer'] as const) : []),
  ...(topics.includes('agreement-287g') || model ? (['agreement287g', 'wso'] as const) : []),
]
