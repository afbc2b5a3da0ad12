import type { ReactNode } from 'react'
import type { Citation } from '@/lib/records/shared/citation'
import type { Lang } from '@/lib/platform/i18n/locale'
import { FidelityLabel } from '@/components/ui/fidelity-label'
import { translator } from '@/lib/platform/i18n/translate'

type Props = { children: ReactNode; citation: Citation; lang: Lang; large?: boolean }

/** A paraphrase: no quotation marks, no rule, and the label first. */
export const Paraphrase = ({ children, citation, lang, large }: Props) => (
  <figure className={large ? 'paraphrase paraphrase-large' : 'paraphrase'}>
    <p>
      <span className="paraphrase-label">{translator(lang)('evidence.paraphrase')}</span> {children}
    </p>
    <figcaption>
      <FidelityLabel citation={citation} lang={lang} />
    </figcaption>
  </figure>
)
