import type { Stance } from '@/lib/records/stances/schema'
import { CODING, DUTY, STANCE_VALUE } from '@/lib/vocabularies/stances'
import { EVIDENCE_GRADE } from '@/lib/vocabularies/fidelity'
import { AS_OF_BASIS, BASIS, SETTING } from '@/lib/vocabularies/instruments'
import { TOPIC } from '@/lib/vocabularies/topics'
import type { Lang, Text } from '@/lib/platform/i18n/locale'
import { Citations } from '@/components/public/evidence/citations'
import { Glossary, termsOf } from '@/components/public/layout/glossary'
import { RecordHead, Section } from '@/components/public/layout/section'
import { DateWithWording } from '@/components/ui/date-text'
import { RecordLink } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { BoundText } from '@/components/ui/stance-caveats'
import { StanceDates } from '@/components/ui/stance-dates'
import { StanceMark } from '@/components/ui/stance-mark'
import { OldVersion, RecordFooter } from '@/components/public/records/record-footer'
import { translator } from '@/lib/platform/i18n/translate'

type Props = { stance: Stance; current: number; lang: Lang }

export const StancePage = ({ stance, current, lang }: Props) => {
  const t = translator(lang)
  const { organization, jurisdiction, topic, value, setting, policies, statements, supersededBy } = stance
  const body = organization ?? jurisdiction
  return (
    <article>
      <OldVersion record={stance} current={current} lang={lang} />
      {supersededBy && (
        <p className="banner">
          {t('stance.superseded')} <RecordLink to={{ ...supersededBy, name: t('stance.supersededBy') }} lang={lang} />
        </p>
      )}
      <RecordHead
        title={`${body.name}: ${TOPIC[topic][lang]}${setting ? ` (${SETTING[setting][lang]})` : ''}`}
        margin={
          <>
            <p>{stance.asOfBasis === 'read_on' ? AS_OF_BASIS.read_on[lang] : t('stance.asOf')}</p>
            <DateWithWording date={stance.asOf} lang={lang} start />
            <StanceDates stance={stance} lang={lang} />
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
        <p className="stance-large mt-5">
          <StanceMark value={value} lang={lang} />
        </p>
        <p className="quiet mt-1">{STANCE_VALUE[value].about[lang]}</p>
        <BoundText stance={stance} lang={lang} />
        {stance.duty && <p className="quiet">{`${t('stance.duty')}: ${DUTY[stance.duty][lang]}`}</p>}
        <p className="quiet">
          {CODING[stance.coding][lang]}. {CODING[stance.coding].about[lang]}
        </p>
        <Remark title={t('stance.cases')} text={stance.cases} lang={lang} />
        <Remark title={t('stance.disputed')} text={stance.disputed} lang={lang} />
        <Remark title={t('evidence.notes')} text={stance.note} lang={lang} />
      </RecordHead>
      <Section
        title={t('stance.evidence')}
        about={`${BASIS[stance.basis][lang]} · ${EVIDENCE_GRADE[stance.evidence][lang]}`}
      >
        <ul className="mb-5">
          {policies.map((one) => (
            <li key={one.id}>
              <RecordLink to={one} lang={lang} title />
            </li>
          ))}
          {statements.map((one) => (
            <li key={one.id}>
              <RecordLink to={one} lang={lang} />
            </li>
          ))}
        </ul>
        <Citations citations={stance.citations} lang={lang} open />
      </Section>
      <Section title={t('stance.topic')}>
        <p className="max-w-[66ch]">{TOPIC[topic].about[lang]}</p>
      </Section>
      <Glossary terms={termsOf([topic])} lang={lang} />
      <RecordFooter record={stance} lang={lang} />
    </article>
  )
}

const Remark = ({ title, text, lang }: { title: string; text: Text | null; lang: Lang }) =>
  text && (
    <div className="mt-4 max-w-[66ch]">
      <p className="small-label">{title}</p>
      <p>
        <Localized text={text} lang={lang} />
      </p>
    </div>
  )
