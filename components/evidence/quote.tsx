import type { ReactNode } from 'react'
import type { Citation } from '@/lib/domain/evidence'
import type { Lang } from '@/lib/platform/collections/language'
import { Found } from '../marks/found'
import { FidelityLabel } from '../marks/fidelity-label'

type Props = {
  /** The quoted passages; each stands between its own marks. */
  passages: readonly ReactNode[]
  citation: Citation
  lang: Lang
  size?: 'small' | 'large'
}

/** The words that were said. Only what a source prints between quotation marks may stand here. */
export const Quote = ({ passages, citation, lang, size }: Props) => (
  <figure className={size ? `quote quote-${size}` : 'quote'}>
    <blockquote lang="en" cite={citation.source.url ?? undefined}>
      {passages.map((passage, at) => (
        <p key={at}>“{typeof passage === 'string' ? <Found text={passage} /> : passage}”</p>
      ))}
    </blockquote>
    <figcaption>
      <FidelityLabel citation={citation} lang={lang} />
    </figcaption>
  </figure>
)
