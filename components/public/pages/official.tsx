import { latestFirst } from '@/lib/records/officials/role-on'
import type { Official } from '@/lib/records/officials/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'
import { PARTY } from '@/lib/vocabularies/bodies'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Citations } from '@/components/public/evidence/citations'
import { RecordHead, Section } from '@/components/public/layout/section'
import { RecordLink } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { districtWords } from '@/components/ui/speaker'
import { AllStatements } from '@/components/public/records/all-statements'
import { roleDates } from '@/components/public/records/official-table'
import { OldVersion, RecordFooter } from '@/components/public/records/record-footer'
import { PolicyList, StatementList } from '@/components/public/records/record-lists'
import { translator } from '@/lib/platform/i18n/translate'

type Props = {
  official: Official
  current: number
  statements: readonly Statement[]
  policies: readonly Policy[]
  lang: Lang
}

export const OfficialPage = ({ official, current, statements, policies, lang }: Props) => {
  const t = translator(lang)
  const { roles, aliases, bioguide, note } = official
  return (
    <article>
      <OldVersion record={official} current={current} lang={lang} />
      <RecordHead
        title={official.name}
        margin={
          <>
            {aliases.length > 0 && <p>{t('place.alsoCalled', { names: aliases.join(', ') })}</p>}
            {bioguide && <p>Bioguide {bioguide}</p>}
          </>
        }
      >
        <ul className="space-y-2">
          {latestFirst(roles).map((role, at) => (
            <li key={at}>
              <Localized text={role.title} lang={lang} />
              {role.organization && ', '}
              {role.organization && <RecordLink to={role.organization} lang={lang} />}
              {role.district && `, ${districtWords(role.district, lang)}`}
              {role.party && ` (${PARTY[role.party][lang]})`}
              {' · '}
              <RecordLink to={role.jurisdiction} lang={lang} />
              <span className="quiet block">{roleDates(role, lang)}</span>
            </li>
          ))}
        </ul>
        {note && (
          <p className="quiet mt-3 max-w-[66ch]">
            <Localized text={note} lang={lang} />
          </p>
        )}
      </RecordHead>
      <Section title={t('official.statements')} wide>
        {statements.length > 0 ? <StatementList statements={statements} lang={lang} /> : <p>{t('official.none')}</p>}
        <AllStatements shown={statements.length} query={`official=${official.id}`} lang={lang} />
      </Section>
      {policies.length > 0 && (
        <Section title={t('official.signed')} wide>
          <PolicyList policies={policies} lang={lang} />
        </Section>
      )}
      <Section title={t('evidence.sources')}>
        <Citations citations={roles.flatMap((role) => role.citations)} lang={lang} />
      </Section>
      <RecordFooter record={official} lang={lang} />
    </article>
  )
}
