import type { GovernmentOrganization, Person, PropertyValue, WebPage, WithContext } from 'schema-dts'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { Official, Role } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import type { Ref } from '@/lib/records/shared/reference'
import { entryLd, exactDate, saidIn, some, thingId } from './entry'
import { placeNode } from './place'

// The schema.org types also allow a plain string; these nodes are always objects.
type Node<T> = Exclude<T, string>

/** A person or an organization as a reference in other records. */
export const personNode = ({ path, name }: Ref): Node<Person> => ({ '@type': 'Person', '@id': thingId(path), name })
export const bodyNode = ({ path, name }: Ref): Node<GovernmentOrganization> => ({
  '@type': 'GovernmentOrganization',
  '@id': thingId(path),
  name,
})

/** An office with its place and, if known, its term. */
export const occupation = (
  { title, jurisdiction, from, to }: Pick<Role, 'title' | 'jurisdiction' | 'from' | 'to'>,
  lang: Lang,
) => ({
  '@type': 'Role' as const,
  startDate: exactDate(from),
  endDate: exactDate(to),
  hasOccupation: {
    '@type': 'Occupation' as const,
    name: saidIn(title, lang),
    occupationLocation: placeNode(jurisdiction),
  },
})

export function officialLd(record: Official, lang: Lang): WithContext<WebPage> {
  const { name, path, aliases, bioguide, roles } = record
  const bodies = new Map(roles.flatMap(({ organization }) => (organization ? [[organization.id, organization]] : [])))
  const identifier: PropertyValue | undefined =
    bioguide === null ? undefined : { '@type': 'PropertyValue', propertyID: 'Bioguide ID', value: bioguide }
  return entryLd(record, name, lang, {
    '@type': 'Person',
    '@id': thingId(path),
    name,
    alternateName: some(aliases),
    hasOccupation: roles.map((role) => occupation(role, lang)),
    affiliation: some([...bodies.values()].map(bodyNode)),
    identifier,
    sameAs: bioguide === null ? undefined : `https://bioguide.congress.gov/search/bio/${bioguide}`,
  })
}

export const organizationLd = (record: Organization, lang: Lang): WithContext<WebPage> =>
  entryLd(record, record.name, lang, {
    ...bodyNode(record),
    alternateName: some(record.aliases),
    areaServed: [record.jurisdiction, ...record.serves].map(placeNode),
  })
