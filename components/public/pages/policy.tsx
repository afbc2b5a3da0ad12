import type { Policy } from '@/lib/records/policies/schema'
import type { Stance } from '@/lib/records/stances/schema'
import { BINDING } from '@/lib/vocabularies/instruments'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Citations } from '@/components/public/evidence/citations'
import { Notes } from '@/components/public/evidence/notes'
import { Glossary, termsOf } from '@/components/public/layout/glossary'
import { RecordHead, Section } from '@/components/public/layout/section'
import { RecordLink } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { instrumentLabel } from '@/components/public/records/policy-card'
import { Provisions } from '@/components/public/records/provisions'
import { OldVersion, RecordFooter } from '@/components/public/records/record-footer'
import { StanceTable } from '@/components/public/records/stance-table'
import { StatusEvents } from '@/components/public/records/status-events'
import { translator } from '@/lib/platform/i18n/translate'

type Props = { policy: Policy; current: number; stances: readonly Stance[]; lang: Lang }

export const PolicyPage = ({ policy, current, stances, lang }: Props) => {
  const t = translator(lang)
  const { organization, jurisdiction, events, provisions, answers, notes, citations } = policy
  return (
    <article>
      <OldVersion record={policy} current={current} lang={lang} />
      <RecordHead
        title={<Localized text={policy.title} lang={lang} />}
        margin={
          <>
            <p>{instrumentLabel(policy, lang)}</p>
            <p>{BINDING[policy.binding][lang]}</p>
          </>
        }
      >
        <p>
          {organization && (
            <>
              <RecordLink to={organization} lang={lang} />
              {' · '}
            </>
          )}
          <RecordLink to={jurisdiction} lang={lang} />
        </p>
        {policy.official && (
          <p>
            {t('policy.signedBy')} <RecordLink to={policy.official} lang={lang} />
          </p>
        )}
        <p className="reading mt-4 text-lg">
          <Localized text={policy.summary} lang={lang} />
        </p>
      </RecordHead>
      <Section title={t('policy.status')}>
        <StatusEvents events={events} lang={lang} />
      </Section>
      {provisions.length > 0 && (
        <Section title={t('policy.provisions')}>
          <Provisions provisions={provisions} lang={lang} />
        </Section>
      )}
      {notes.length > 0 && (
        <Section title={t('evidence.notes')}>
          <Notes notes={notes} lang={lang} />
        </Section>
      )}
      {answers.length > 0 && (
        <Section title={t('statement.answers')}>
          <ul>
            {answers.map((one) => (
              <li key={one.id}>
                <RecordLink to={one} lang={lang} title />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {stances.length > 0 && (
        <Section title={t('statement.restingStances')} wide>
          <StanceTable stances={stances} lang={lang} bodies />
        </Section>
      )}
      <Section title={t('evidence.sources')}>
        <Citations citations={[...citations, ...events.map((one) => one.citation)]} lang={lang} />
      </Section>
      <Glossary
        terms={termsOf(
          provisions.map((one) => one.topic),
          policy.model,
        )}
        lang={lang}
      />
      <RecordFooter record={policy} lang={lang} />
    </article>
  )
}
