import type { Label } from '@/lib/records/labels/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Citations } from '@/components/public/evidence/citations'
import { RecordHead, Section } from '@/components/public/layout/section'
import { DateWithWording } from '@/components/ui/date-text'
import { RecordLink } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { OldVersion, RecordFooter } from '@/components/public/records/record-footer'
import { translator } from '@/lib/platform/i18n/translate'

export const LabelPage = ({ label, current, lang }: { label: Label; current: number; lang: Lang }) => {
  const t = translator(lang)
  return (
    <article>
      <OldVersion record={label} current={current} lang={lang} />
      <RecordHead
        title={<span lang="en">{`“${label.words}”`}</span>}
        margin={
          <>
            <p>{t(label.own ? 'place.ownLabel' : 'place.outsideLabel')}</p>
            <DateWithWording date={label.date} lang={lang} start />
          </>
        }
      >
        <p>
          <RecordLink to={label.jurisdiction} lang={lang} />
          {'. '}
          {t('label.by', { labeller: label.labeller })}
        </p>
        {label.note && (
          <p className="reading mt-3">
            <Localized text={label.note} lang={lang} />
          </p>
        )}
        <p className="quiet mt-3">{t('recordTypeAbout.labels')}</p>
      </RecordHead>
      {(label.statement ?? label.policy) && (
        <Section title={t('label.rests')}>
          <ul>
            {label.policy && (
              <li>
                <RecordLink to={label.policy} lang={lang} title />
              </li>
            )}
            {label.statement && (
              <li>
                <RecordLink to={label.statement} lang={lang} />
              </li>
            )}
          </ul>
        </Section>
      )}
      <Section title={t('evidence.sources')}>
        <Citations citations={label.citations} lang={lang} open />
      </Section>
      <RecordFooter record={label} lang={lang} />
    </article>
  )
}
