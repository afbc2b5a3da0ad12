import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'
import { FEDERAL_ACTION_KIND } from '@/lib/vocabularies/instruments'
import { TOPIC } from '@/lib/vocabularies/topics'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Citations } from '@/components/public/evidence/citations'
import { Notes } from '@/components/public/evidence/notes'
import { Glossary } from '@/components/public/layout/glossary'
import { RecordHead, Section } from '@/components/public/layout/section'
import { DateWithWording } from '@/components/ui/date-text'
import { Localized } from '@/components/ui/localized-text'
import { AnswersTable } from '@/components/public/records/answers-table'
import { OldVersion, RecordFooter } from '@/components/public/records/record-footer'
import { AllStatements } from '@/components/public/records/all-statements'
import { PolicyList, StatementList } from '@/components/public/records/record-lists'
import { StatusEvents } from '@/components/public/records/status-events'
import { translator } from '@/lib/platform/i18n/translate'
import { type Kinds, answersByLevel } from '@/lib/records/federal-actions/answers-by-level'

type Props = {
  action: FederalAction
  current: number
  statements: readonly Statement[]
  policies: readonly Policy[]
  /** Kinds of the organizations in these entries, by id. */
  kinds: Kinds
  lang: Lang
}

export const FederalActionPage = ({ action, current, statements, policies, kinds, lang }: Props) => {
  const t = translator(lang)
  const { events, notes, citations, topics, agency } = action
  const answered = statements.length + policies.length > 0
  return (
    <article>
      <OldVersion record={action} current={current} lang={lang} />
      <RecordHead
        title={<Localized text={action.title} lang={lang} />}
        margin={
          <>
            <p>{FEDERAL_ACTION_KIND[action.kind][lang]}</p>
            {agency && <p lang="en">{agency}</p>}
            <DateWithWording date={action.date} lang={lang} start />
          </>
        }
      >
        <p className="reading text-lg">
          <Localized text={action.summary} lang={lang} />
        </p>
        {topics.length > 0 && <p className="quiet mt-2">{topics.map((one) => TOPIC[one][lang]).join('; ')}</p>}
      </RecordHead>
      <Section title={t('action.answered')} about={t('action.answeredAbout')} wide>
        {answered ? (
          <div className="space-y-6">
            <AnswersTable answers={answersByLevel(statements, policies, topics, kinds)} lang={lang} />
            <StatementList statements={statements} lang={lang} />
            <AllStatements shown={statements.length} query={`answers=${action.id}`} lang={lang} />
            <PolicyList policies={policies} lang={lang} />
          </div>
        ) : (
          <p>{t('action.none')}</p>
        )}
      </Section>
      {events.length > 0 && (
        <Section title={t('action.status')}>
          <StatusEvents events={events} lang={lang} />
        </Section>
      )}
      {notes.length > 0 && (
        <Section title={t('evidence.notes')}>
          <Notes notes={notes} lang={lang} />
        </Section>
      )}
      <Section title={t('evidence.sources')}>
        <Citations citations={[...citations, ...events.map((one) => one.citation)]} lang={lang} />
      </Section>
      <Glossary terms={['edtf']} lang={lang} />
      <RecordFooter record={action} lang={lang} />
    </article>
  )
}
