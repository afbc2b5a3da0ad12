import type { ReactNode } from 'react'
import type { Citation } from '@/lib/records/shared/citation'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Highlight } from '@/components/ui/highlight'
import { FidelityLabel } from '@/components/ui/fidelity-label'

type Props = {
  /** Quoted passages, each in its own quotation marks. */
  passages: readonly ReactNode[]
  citation: Citation
  lang: Lang
  size?: 'small' | 'large'
}

/** A quotation. Only text that a source prints in quotation marks may be passed. */
export const Quote = ({ passages, citation, lang, size }: Props) => (
  <figure className={size ? `quote quote-${size}` : 'quote'}>
    <blockquote lang="en" cite={citation.source.url ?? undefined}>
      {passages.map((passage, at) => (
        <p key={at}>“{typeof passage === 'string' ? <Highlight text={passage} /> : passage}”</p>
      ))}
    </blockquote>
    <figcaption>
      <FidelityLabel citation={citation} lang={lang} />
    </figcaption>
  </figure>
)
