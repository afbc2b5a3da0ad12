import type { Policy } from '@/lib/domain/policies/definition'
import type { Stance } from '@/lib/domain/stances/definition'
import { BINDING } from '@/lib/domain/taxonomy/instruments'
import type { Lang } from '@/lib/platform/collections/language'
import { Citations } from '../evidence/citations'
import { Notes } from '../evidence/notes'
import { Glossary, termsOf } from '../frame/glossary'
import { RecordHead, Section } from '../frame/section'
import { RecordLink } from '../marks/record-link'
import { Said } from '../marks/said'
import { instrumentWords } from '../records/policy-card'
import { Provisions } from '../records/provisions'
import { OldVersion, RecordFooter } from '../records/record-footer'
import { StanceTable } from '../records/stance-table'
import { StatusEvents } from '../records/status-events'
import { words } from '../words'

type Props = { policy: Policy; current: number; stances: readonly Stance[]; lang: Lang }

export const PolicyPage = ({ policy, current, stances, lang }: Props) => {
  const t = words(lang)
  const { organization, jurisdiction, events, provisions, answers, notes, citations } = policy
  return (
    <article>
      <OldVersion record={policy} current={current} lang={lang} />
      <RecordHead
        title={<Said text={policy.title} lang={lang} />}
        margin={
          <>
            <p>{instrumentWords(policy, lang)}</p>
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
          <Said text={policy.summary} lang={lang} />
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
