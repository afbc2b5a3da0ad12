import { type Statement, type Variant, preferredVariant } from '@/lib/records/statements/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Localized } from '@/components/ui/localized-text'
import { SourceLine } from '@/components/ui/source-line'
import { translator } from '@/lib/platform/i18n/translate'
import { withoutHidden } from '@/lib/platform/text/hidden-characters'
import { MarkedPassage } from './marked-passage'
import { Paraphrase } from './paraphrase'
import { Quote } from './quote'
import { markDifferences } from '@/lib/text/wording-differences'

type Props = { statement: Pick<Statement, 'variants' | 'summary'>; lang: Lang }

/** All wordings of an utterance, the preferred one first, with differing words marked. */
export const Wordings = ({ statement, lang }: Props) => {
  const preferred = preferredVariant(statement)
  const others = statement.variants
    .filter((one) => one !== preferred)
    .sort((a, b) => Number(differs(b, preferred)) - Number(differs(a, preferred)))
  return (
    <>
      <div className="wordings">
        <Wording variant={preferred} against={others} statement={statement} lang={lang} />
        {others.map((variant, at) => (
          <Wording key={at} variant={variant} against={[preferred]} statement={statement} lang={lang} />
        ))}
      </div>
      {others.some((one) => differs(one, preferred)) && (
        <p className="quiet mt-4">{translator(lang)('evidence.differences')}</p>
      )}
    </>
  )
}

type WordingProps = Props & { variant: Variant; against: readonly Variant[] }

const Wording = ({ variant, against, statement, lang }: WordingProps) => {
  const { citation, reason, passages } = variant
  return (
    <div className="wording">
      <h3 className="small-label font-sans">{translator(lang)(`evidence.${rank(variant)}`)}</h3>
      {passages.length > 0 ? (
        <Quote passages={passages} marked={marked(variant, against, lang)} citation={citation} lang={lang} />
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

const marked = (variant: Variant, against: readonly Variant[], lang: Lang) =>
  markDifferences(
    variant.passages.map(withoutHidden),
    against.map((one) => one.passages.map(withoutHidden)).filter((one) => one.length > 0),
  ).map((runs, at) => <MarkedPassage key={at} runs={runs} lang={lang} />)

/** Wordings that differ come before those that agree with the preferred one. */
const differs = (variant: Variant, preferred: Variant): boolean =>
  markDifferences(variant.passages.map(withoutHidden), [preferred.passages.map(withoutHidden)]).some((runs) =>
    runs.some((run) => run.differs),
  )
