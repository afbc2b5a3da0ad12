import type { Citation } from '@/lib/records/shared/citation'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'

/** Fidelity of a wording and its publisher: "Reported word for word by KERA". */
export const FidelityLabel = ({ citation, lang }: { citation: Citation; lang: Lang }) => (
  <span>{translator(lang)(`fidelity.${citation.fidelity}`, { outlet: citation.source.outlet })}</span>
)
