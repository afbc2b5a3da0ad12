import type { AdministrativeArea, City, Country, PropertyValue, State, WebPage, WithContext } from 'schema-dts'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { PlaceRef } from '@/lib/records/shared/reference'
import type { JurisdictionKind } from '@/lib/vocabularies/bodies'
import { entryLd, some, thingId } from './entry'

const TYPE: Partial<Record<JurisdictionKind, 'State' | 'City'>> = {
  state: 'State',
  city: 'City',
  town: 'City',
  place: 'City',
}
const typeOf = (kind: string): 'State' | 'City' | 'AdministrativeArea' =>
  TYPE[kind as JurisdictionKind] ?? 'AdministrativeArea'

const UNITED_STATES: Country = { '@type': 'Country', name: 'United States' }

/** A jurisdiction as a reference in other records. */
export const placeNode = ({ path, name, kind }: PlaceRef): AdministrativeArea | City | State => ({
  '@type': typeOf(kind),
  '@id': thingId(path),
  name,
})

export function jurisdictionLd(record: Jurisdiction, lang: Lang): WithContext<WebPage> {
  const { path, kind, name, fullName, aliases, parent, lat, lon, geonamesId, geoid, ocdId } = record
  const identifiers = [named('GEOID', geoid), named('Open Civic Data division', ocdId)].filter((one) => one !== null)
  return entryLd(record, fullName, lang, {
    '@type': typeOf(kind),
    '@id': thingId(path),
    name,
    alternateName: some(aliases),
    containedInPlace: parent ? placeNode(parent) : UNITED_STATES,
    geo: lat === null || lon === null ? undefined : { '@type': 'GeoCoordinates', latitude: lat, longitude: lon },
    identifier: some(identifiers),
    sameAs: geonamesId === null ? undefined : `https://sws.geonames.org/${geonamesId}/`,
  })
}

const named = (propertyID: string, value: string | null): PropertyValue | null =>
  value === null ? null : { '@type': 'PropertyValue', propertyID, value }
