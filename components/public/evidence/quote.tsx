import type { ReactNode } from 'react'
import type { Citation } from '@/lib/records/shared/citation'
import type { Lang } from '@/lib/platform/i18n/locale'
import { HiddenCharacters, SourceWords } from '@/components/ui/source-words'
import { FidelityLabel } from '@/components/ui/fidelity-label'

type Props = {
  /** Quoted passages, each in its own quotation marks. */
  passages: readonly string[]
  /** The passages as they are shown, where words are marked in them. */
  marked?: readonly ReactNode[]
  citation: Citation
  lang: Lang
  size?: 'small' | 'large'
}

/** A quotation. Only text that a source prints in quotation marks may be passed. */
export const Quote = ({ passages, marked, citation, lang, size }: Props) => (
  <figure className={size ? `quote quote-${size}` : 'quote'}>
    <blockquote lang="en" cite={citation.source.url ?? undefined}>
      {passages.map((passage, at) => (
        <p key={at}>“{marked ? <bdi>{marked[at]}</bdi> : <SourceWords text={passage} />}”</p>
      ))}
    </blockquote>
    <figcaption>
      <FidelityLabel citation={citation} lang={lang} /> <HiddenCharacters texts={passages} lang={lang} />
    </figcaption>
  </figure>
)
