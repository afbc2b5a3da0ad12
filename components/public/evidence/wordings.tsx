import { type Statement, type Variant, preferredVariant } from '@/lib/records/statements/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Localized } from '@/components/ui/localized-text'
import { SourceLine } from '@/components/ui/source-line'
import { translator } from '@/lib/platform/i18n/translate'
import { withoutHidden } from '@/lib/platform/text/hidden-characters'
import { compareWordings } from '@/lib/text/compare-wordings'
import { MarkedPassage } from './marked-passage'
import { Paraphrase } from './paraphrase'
import { Quote } from './quote'

type Props = { statement: Pick<Statement, 'variants' | 'summary'>; lang: Lang }

/** All wordings of an utterance, the preferred one first; each other one is compared with it. */
export const Wordings = ({ statement, lang }: Props) => {
  const preferred = preferredVariant(statement)
  const others = statement.variants
    .filter((one) => one !== preferred)
    .sort((a, b) => Number(differs(b, preferred)) - Number(differs(a, preferred)))
  return (
    <>
      <div className="wordings">
        <Wording variant={preferred} statement={statement} lang={lang} />
        {others.map((variant, at) => (
          <Wording key={at} variant={variant} preferred={preferred} statement={statement} lang={lang} />
        ))}
      </div>
      {others.some((one) => differs(one, preferred)) && (
        <p className="quiet mt-4">{translator(lang)('evidence.differences')}</p>
      )}
    </>
  )
}

/** `preferred`: the wording with which this one is compared. */
type WordingProps = Props & { variant: Variant; preferred?: Variant }

const Wording = ({ variant, preferred, statement, lang }: WordingProps) => {
  const { citation, reason, passages } = variant
  return (
    <div className="wording">
      <h3 className="small-label font-sans">{translator(lang)(`evidence.${rank(variant)}`)}</h3>
      {passages.length > 0 ? (
        <Quote
          passages={passages}
          marked={preferred && marked(variant, preferred, lang)}
          citation={citation}
          lang={lang}
        />
      ) : (
        <Paraphrase citation={citation} lang={lang}>
          <Localized text={statement.summary} lang={lang} />
        </Paraphrase>
      )}
      {reason && (
        <p className="max-w-[60ch]">
          <Localized text={reason} lang={lang} />
        </p>
      )}
      <SourceLine source={citation.source} lang={lang} />
    </div>
  )
}

const rank = (variant: Variant) =>
  variant.preferred ? 'preferred' : variant.citation.fidelity === 'altered_copy' ? 'alteredWording' : 'otherWording'

const compared = (variant: Variant, preferred: Variant) =>
  preferred.passages.length ? compareWordings(wordingOf(variant), wordingOf(preferred)) : null

/** A fragment, or passages in quotation marks of their own, are pieces of what was said. */
const wordingOf = ({ passages, citation }: Variant) => ({
  passages: passages.map(withoutHidden),
  pieces: citation.fidelity === 'fragment' || passages.length > 1,
})

const marked = (variant: Variant, preferred: Variant, lang: Lang) =>
  compared(variant, preferred)?.map((runs, at) => <MarkedPassage key={at} runs={runs} lang={lang} />)

/** Wordings that differ come before those that agree with the preferred one. */
const differs = (variant: Variant, preferred: Variant): boolean =>
  compared(variant, preferred)?.some((runs) => runs.some((run) => 'differs' in run || 'omits' in run)) ?? false
