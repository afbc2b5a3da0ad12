import type { Policy } from '@/lib/domain/policies/definition'
import type { Statement } from '@/lib/domain/statements/definition'
import type { Lang } from '@/lib/platform/collections/language'
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
