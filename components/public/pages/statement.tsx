import type { Stance } from '@/lib/records/stances/schema'
import { type Statement, preferredVariant } from '@/lib/records/statements/schema'
import { RATIONALE } from '@/lib/vocabularies/instruments'
import { TOPIC } from '@/lib/vocabularies/topics'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Citations } from '@/components/public/evidence/citations'
import { Notes } from '@/components/public/evidence/notes'
import { Paraphrase } from '@/components/public/evidence/paraphrase'
import { Quote } from '@/components/public/evidence/quote'
import { Wordings } from '@/components/public/evidence/wordings'
import { Glossary, termsOf } from '@/components/public/layout/glossary'
import { RecordHead, Section } from '@/components/public/layout/section'
import { DateWithWording } from '@/components/ui/date-text'
import { PlaceName, RecordLink } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { PositionTable } from '@/components/public/records/positions'
import { OldVersion, RecordFooter } from '@/components/public/records/record-footer'
import { StanceTable } from '@/components/public/records/stance-table'
import { translator } from '@/lib/platform/i18n/translate'
import { SpokenBy, kindLabel, statementHeading } from '@/components/public/records/statement-head'
import { Signatories } from '@/components/public/records/signatories'

type Props = { statement: Statement; current: number; stances: readonly Stance[]; lang: Lang }

export const StatementPage = ({ statement, current, stances, lang }: Props) => {
  const t = translator(lang)
  const { speakers, variants, notes, positions, rationales, topics, answers } = statement
  const preferred = preferredVariant(statement)
  const joint = speakers.length > 2
  return (
    <article>
      <OldVersion record={statement} current={current} lang={lang} />
      <RecordHead
        title={statementHeading(statement, lang)}
        margin={
          <>
            <p>{kindLabel(statement, lang)}</p>
            <DateWithWording date={statement.date} lang={lang} start />
          </>
        }
      >
        {!joint && <SpokenBy statement={statement} lang={lang} />}
        <div className="mt-6">
          {preferred.passages.length > 0 ? (
            <>
              <Quote passages={preferred.passages} citation={preferred.citation} lang={lang} size="large" />
              <p className="reading mt-5">
                <Localized text={statement.summary} lang={lang} />
              </p>
            </>
          ) : (
            <Paraphrase citation={preferred.citation} lang={lang} large>
              <Localized text={statement.summary} lang={lang} />
            </Paraphrase>
          )}
        </div>
      </RecordHead>
      {joint && (
        <Section title={t('statement.signatories')} about={t('statement.signatoriesAbout')}>
          <Signatories speakers={speakers} lang={lang} />
        </Section>
      )}
      {variants.length > 1 && (
        <Section title={t('statement.wordings')} about={t('statement.wordingsAbout')}>
          <Wordings statement={statement} lang={lang} />
        </Section>
      )}
      {notes.length > 0 && (
        <Section title={t('evidence.notes')}>
          <Notes notes={notes} lang={lang} />
        </Section>
      )}
      {positions.length > 0 && (
        <Section title={t('statement.positions')} about={t('statement.positionsAbout')}>
          <PositionTable statement={statement} lang={lang} />
        </Section>
      )}
      <Section title={t('statement.aboutWhat')}>
        <dl className="facts">
          <dt>{t('statement.topics')}</dt>
          <dd>{topics.map((one) => TOPIC[one][lang]).join('; ')}</dd>
          {rationales.length > 0 && <dt>{t('statement.reasons')}</dt>}
          {rationales.length > 0 && <dd>{rationales.map((one) => RATIONALE[one][lang]).join('; ')}</dd>}
          <dt>{t('statement.where')}</dt>
          <dd>
            {statement.places.map((place, at) => (
              <span key={place.id}>
                {at > 0 && '; '}
                <PlaceName to={place} lang={lang} />
              </span>
            ))}
          </dd>
          {answers.length > 0 && <dt>{t('statement.answers')}</dt>}
          {answers.length > 0 && (
            <dd>
              <ul>
                {answers.map((one) => (
                  <li key={one.id}>
                    <RecordLink to={one} lang={lang} title />
                  </li>
                ))}
              </ul>
            </dd>
          )}
        </dl>
      </Section>
      {stances.length > 0 && (
        <Section title={t('statement.restingStances')} wide>
          <StanceTable stances={stances} lang={lang} bodies />
        </Section>
      )}
      <Section title={t('evidence.sources')}>
        <Citations citations={[...variants.map((one) => one.citation), ...statement.citations]} lang={lang} />
      </Section>
      <Glossary terms={[...termsOf(topics), 'edtf']} lang={lang} />
      <RecordFooter record={statement} lang={lang} />
    </article>
  )
}
