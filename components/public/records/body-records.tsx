import type { Policy } from '@/lib/records/policies/schema'
import type { Stance } from '@/lib/records/stances/schema'
import type { Statement } from '@/lib/records/statements/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { StatementsAndPolicies } from './statements-and-policies'
import { StanceTable } from './stance-table'

type Props = {
  name: string
  stances: readonly Stance[]
  statements: readonly Statement[]
  policies: readonly Policy[]
  lang: Lang
}

/** Records of one body: stances as a table, then statements beside policies. */
export const BodyRecords = ({ name, stances, statements, policies, lang }: Props) => (
  <div className="space-y-6">
    {stances.length > 0 ? (
      <StanceTable
        stances={stances}
        lang={lang}
        caption={translator(lang)('stance.caption', { body: name })}
        complete
      />
    ) : (
      <p className="quiet">{translator(lang)('place.noStances', { place: name })}</p>
    )}
    {statements.length + policies.length > 0 && (
      <StatementsAndPolicies statements={statements} policies={policies} lang={lang} />
    )}
  </div>
)
