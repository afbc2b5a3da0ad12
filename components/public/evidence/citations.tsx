import type { Citation } from '@/lib/records/shared/citation'
import { FOUND } from '@/lib/vocabularies/fidelity'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Localized } from '@/components/ui/localized-text'
import { SourceLine } from '@/components/ui/source-line'
import { HiddenCharacters, SourceWords } from '@/components/ui/source-words'
import { FidelityLabel } from '@/components/ui/fidelity-label'
import { translator } from '@/lib/platform/i18n/translate'

type Props = { citation: Citation; lang: Lang; open?: boolean }
type ListProps = { citations: readonly Citation[]; lang: Lang; open?: boolean }

/** Sources of an entry, each once and in citation order, with the quotes that support the entry. */
export const Citations = ({ citations, lang, open }: ListProps) => {
  const sources = [...new Map(citations.map((one) => [one.source.id, one.source])).values()]
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={source.id}>
          <SourceLine source={source} lang={lang} />
          <CitedWords citations={citations.filter((one) => one.source.id === source.id)} lang={lang} open={open} />
        </li>
      ))}
    </ul>
  )
}

const CitedWords = ({ citations, lang, open }: ListProps) => (
  <details className="opens" open={open}>
    <summary className="quiet">
      {translator(lang)('evidence.sourceWords', { count: citations.filter((one) => one.exact).length })}
    </summary>
    <ul className="space-y-3">
      {citations.map((citation, at) => (
        <li key={at}>
          <CitedPassage citation={citation} lang={lang} />
        </li>
      ))}
    </ul>
  </details>
)

/** The quote with its context, fidelity, quote check and locator. */
const CitedPassage = ({ citation, lang }: Props) => {
  const { exact, prefix, suffix, locator, note } = citation
  return (
    <>
      {exact && (
        <p lang="en" className="cited-text">
          {prefix && <SourceWords text={prefix} />}
          <span className="text-ink">
            <SourceWords text={exact} />
          </span>
          {suffix && <SourceWords text={suffix} />}
        </p>
      )}
      {note && (
        <p>
          <Localized text={note} lang={lang} />
        </p>
      )}
      <p>
        <FidelityLabel citation={citation} lang={lang} />
        {`. ${FOUND[citation.found][lang]}`}
        {locator && <span lang={lang === 'en' ? undefined : 'en'}>{`, ${locator}`}</span>}.{' '}
        <HiddenCharacters texts={[prefix, exact, suffix]} lang={lang} />
      </p>
    </>
  )
}
