import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { EvidenceCard } from './evidence-card'
import { PolicyCard } from './policy-card'

export const StatementList = ({ statements, lang }: { statements: readonly Statement[]; lang: Lang }) => (
  <ul className="entries">
    {statements.map((one) => (
      <li key={one.id}>
        <EvidenceCard statement={one} lang={lang} />
      </li>
    ))}
  </ul>
)

export const PolicyList = ({ policies, lang }: { policies: readonly Policy[]; lang: Lang }) => (
  <ul className="entries">
    {policies.map((one) => (
      <li key={one.id}>
        <PolicyCard policy={one} lang={lang} />
      </li>
    ))}
  </ul>
)
