import type { Lang } from '@/lib/platform/i18n/locale'
import type { Citable } from './citable'
import { bibtex, cslJson, ris } from './citation-formats'
import { apa, chicago, mla } from './styles'

/** All citation formats, in display order. */
export const CITATION_FORMS = {
  apa: { name: 'APA', write: apa, code: false },
  mla: { name: 'MLA', write: mla, code: false },
  chicago: { name: 'Chicago', write: chicago, code: false },
  bibtex: { name: 'BibTeX', write: bibtex, code: true },
  ris: { name: 'RIS', write: ris, code: true },
  csl: { name: 'CSL-JSON', write: cslJson, code: true },
} as const satisfies Record<string, { name: string; write: (cited: Citable, lang: Lang) => string; code: boolean }>

export type CitationForm = keyof typeof CITATION_FORMS
