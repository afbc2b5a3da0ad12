import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Section } from '@/components/public/layout/section'
import { RecordLink } from '@/components/ui/record-link'
import { PolicyCard } from '@/components/public/records/policy-card'
import { StanceTable } from '@/components/public/records/stance-table'
import { translator } from '@/lib/platform/i18n/translate'
import type { BodyRecords } from '@/lib/records/jurisdictions/place-bodies'

type Props = BodyRecords & { place: Jurisdiction; lang: Lang }

/** State law section of a local page: instruments and what rests on them. What is said stays on the state's page. */
export const StateLaw = ({ place, lang, ...records }: Props) => {
  const t = translator(lang)
  const stances = records.stances.filter(({ basis }) => basis === 'instrument')
  const policies = records.policies.filter(({ instrument }) => instrument !== 'declared_practice')
  return (
    <Section
      title={`${t('place.stateLaw')}: ${place.name}`}
      about={
        <>
          {t('place.stateLawAbout')}{' '}
          <RecordLink to={{ ...place, name: t('place.stateMore', { state: place.name }) }} lang={lang} />
        </>
      }
      wide
    >
      {stances.length > 0 && (
        <StanceTable stances={stances} lang={lang} caption={t('stance.caption', { body: place.name })} bodies />
      )}
      {policies.length > 0 && (
        <ul className="entries">
          {policies.map((one) => (
            <li key={one.id}>
              <PolicyCard policy={one} lang={lang} />
            </li>
          ))}
        </ul>
      )}
      {stances.length + policies.length === 0 && (
        <p className="max-w-[66ch]">{t('place.stateNothing', { state: place.name })}</p>
      )}
    </Section>
  )
}
