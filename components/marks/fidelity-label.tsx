import type { Citation } from '@/lib/domain/evidence'
import type { Lang } from '@/lib/platform/collections/language'
import { words } from '../words'

/** How faithful a wording is, and who prints it: "Reported word for word by KERA". */
export const FidelityLabel = ({ citation, lang }: { citation: Citation; lang: Lang }) => (
  <span>{words(lang)(`fidelity.${citation.fidelity}`, { outlet: citation.source.outlet })}</span>
)
