import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Label } from '@/lib/records/labels/schema'
import type { Official } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import type { Statement } from '@/lib/records/statements/schema'
import { ORGANIZATION_KIND, REPRESENTS } from '@/lib/vocabularies/bodies'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Glossary, termsOf } from '@/components/public/layout/glossary'
import { Section } from '@/components/public/layout/section'
import { RecordLink } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { AllStatements } from '@/components/public/records/all-statements'
import { BodyRecords } from '@/components/public/records/body-records'
import { EvidenceCard } from '@/components/public/records/evidence-card'
import { LabelTable } from '@/components/public/records/label-table'
import { OfficialTable } from '@/components/public/records/official-table'
import { OrganizationList } from '@/components/public/records/organization-table'
import { RecordFooter } from '@/components/public/records/record-footer'
import { href, translator } from '@/lib/platform/i18n/translate'
import { type BodyRecords as Records, type PlaceBodies, hasRecords } from '@/lib/records/jurisdictions/place-bodies'
import { NothingRecorded, PlaceHead } from './place-head'
import { type Inside, PlacesInside } from './places-inside'
import { StateLaw } from './state-law'
import { StateMap } from './state-map'

type Props = PlaceBodies & {
  place: Jurisdiction
  /** Containing state; null for states. */
  state: ({ place: Jurisdiction } & Records) | null
  organizations: readonly Organization[]
  officials: readonly Official[]
  represented: readonly Statement[]
  labels: readonly Label[]
  nearby: readonly Jurisdiction[]
  inside: Inside | null
  /** Map, for states only. */
  map: Parameters<typeof StateMap>[0]['map'] | null
  lang: Lang
}

/** Place page: records by body, with state law as a separate section. */
export const PlacePage = (props: Props) => {
  const { place, state, government, bodies, organizations, officials, represented, labels, nearby, inside, map, lang } =
    props
  const t = translator(lang)
  const representing = officials.filter((one) => represents(one, place.id))
  const governing = officials.filter((one) => !representing.includes(one))
  const empty = !hasRecords(government) && bodies.length === 0 && represented.length === 0 && labels.length === 0
  return (
    <article>
      <PlaceHead place={place} lang={lang} />
      {empty && <NothingRecorded place={place} lang={lang} />}
      {!empty && (
        <Section title={t('place.government', { place: place.name })} about={t('place.stancesAbout')} wide>
          <BodyRecords name={place.name} {...government} lang={lang} />
        </Section>
      )}
      {bodies.map(({ organization, ...records }) => (
        <Section
          key={organization.id}
          title={organization.name}
          link={href(lang, organization.path)}
          about={ORGANIZATION_KIND[organization.kind][lang]}
          wide
        >
          <BodyRecords name={organization.name} {...records} lang={lang} />
        </Section>
      ))}
      <AllStatements shown={shownIn(government, ...bodies)} query={`place=${place.id}&speaks=governs`} lang={lang} />
      {state && <StateLaw {...state} lang={lang} />}
      {represented.length + representing.length > 0 && (
        <Section title={t('place.representatives')} about={t('place.representativesAbout')} wide>
          <ul className="entries">
            {represented.map((one) => (
              <li key={one.id}>
                <EvidenceCard statement={one} lang={lang} />
              </li>
            ))}
          </ul>
          <AllStatements shown={represented.length} query={`place=${place.id}&speaks=represents`} lang={lang} />
          {representing.length > 0 && <OfficialTable officials={representing} lang={lang} at={place.id} />}
        </Section>
      )}
      {labels.length > 0 && (
        <Section title={t('place.labels')} about={t('place.labelsAbout')}>
          <LabelTable labels={labels} lang={lang} />
        </Section>
      )}
      {organizations.length > 0 && (
        <Section title={t('recordType.organizations')} about={t('place.bodiesAbout')}>
          <OrganizationList organizations={organizations} lang={lang} />
        </Section>
      )}
      {governing.length > 0 && (
        <Section title={t('place.officials')}>
          <OfficialTable officials={governing} lang={lang} at={place.id} />
        </Section>
      )}
      {place.note && (
        <Section title={t('evidence.notes')}>
          <p className="max-w-[66ch]">
            <Localized text={place.note} lang={lang} />
          </p>
        </Section>
      )}
      {map && <StateMap place={place} map={map} lang={lang} />}
      {inside && <PlacesInside place={place} inside={inside} lang={lang} />}
      {nearby.length > 0 && (
        <Section title={t('place.nearby')}>
          <ul className="inline-list">
            {nearby.map((one) => (
              <li key={one.id}>
                <RecordLink to={{ ...one, name: one.fullName }} lang={lang} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Glossary terms={termsOf(topicsOf(government, ...bodies))} lang={lang} />
      <RecordFooter record={place} lang={lang} />
    </article>
  )
}

/** True if all roles of the official in the place represent it in another body, such as Congress. */
const represents = ({ roles }: Official, placeId: string): boolean =>
  roles.filter((one) => one.jurisdiction.id === placeId).every((one) => REPRESENTS.includes(one.office))

const shownIn = (...all: Records[]): number => all.reduce((sum, { statements }) => sum + statements.length, 0)

const topicsOf = (...all: Records[]): string[] => all.flatMap((one) => one.stances.map((stance) => stance.topic))
