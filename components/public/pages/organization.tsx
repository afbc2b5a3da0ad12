import type { Official } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import { ORGANIZATION_KIND } from '@/lib/vocabularies/bodies'
import type { Lang } from '@/lib/platform/i18n/locale'
import { RecordHead, Section } from '@/components/public/layout/section'
import { RecordLink } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { AllStatements } from '@/components/public/records/all-statements'
import { BodyRecords } from '@/components/public/records/body-records'
import { OfficialTable } from '@/components/public/records/official-table'
import { OldVersion, RecordFooter } from '@/components/public/records/record-footer'
import { translator } from '@/lib/platform/i18n/translate'
import { type BodyRecords as Records, hasRecords } from '@/lib/records/jurisdictions/place-bodies'

type Props = Records & { organization: Organization; current: number; officials: readonly Official[]; lang: Lang }

export const OrganizationPage = ({ organization, current, officials, lang, ...records }: Props) => {
  const t = translator(lang)
  const { name, jurisdiction, serves, aliases, note } = organization
  return (
    <article>
      <OldVersion record={organization} current={current} lang={lang} />
      <RecordHead
        title={name}
        margin={
          <>
            <p>{ORGANIZATION_KIND[organization.kind][lang]}</p>
            {aliases.length > 0 && <p>{t('place.alsoCalled', { names: aliases.join(', ') })}</p>}
          </>
        }
      >
        <p>
          <RecordLink to={jurisdiction} lang={lang} />
        </p>
        {serves.length > 0 && (
          <p className="quiet">
            {t('organization.serves')}{' '}
            {serves.map((place, at) => (
              <span key={place.id}>
                {at > 0 && '; '}
                <RecordLink to={place} lang={lang} />
              </span>
            ))}
          </p>
        )}
        {note && (
          <p className="mt-3 max-w-[66ch]">
            <Localized text={note} lang={lang} />
          </p>
        )}
      </RecordHead>
      <Section title={t('organization.said')} about={t('place.saidDoneAbout')} wide>
        {hasRecords(records) ? (
          <BodyRecords name={name} {...records} lang={lang} />
        ) : (
          <p className="max-w-[66ch]">{t('organization.none')}</p>
        )}
        <AllStatements shown={records.statements.length} query={`organization=${organization.id}`} lang={lang} />
      </Section>
      {officials.length > 0 && (
        <Section title={t('organization.officials')}>
          <OfficialTable officials={officials} lang={lang} at={jurisdiction.id} />
        </Section>
      )}
      <RecordFooter record={organization} lang={lang} />
    </article>
  )
}
