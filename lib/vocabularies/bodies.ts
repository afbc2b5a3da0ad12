import { codeOf, type Term } from '@/lib/platform/i18n/vocabulary'

export const JURISDICTION_KIND = {
  state: { en: 'State', es: 'Estado' },
  district: { en: 'Federal district', es: 'Distrito federal' },
  territory: { en: 'Territory', es: 'Territorio' },
  county: { en: 'County', es: 'Condado' },
  city: { en: 'City', es: 'Ciudad' },
  town: { en: 'Town', es: 'Pueblo' },
  township: { en: 'Township', es: 'Municipio (township)' },
  place: { en: 'Place', es: 'Localidad' },
  school_district: { en: 'School district', es: 'Distrito escolar' },
  tribal_nation: { en: 'Tribal nation', es: 'Nación tribal' },
  special: { en: 'Special district', es: 'Distrito especial' },
} as const satisfies Record<string, Term>
export const JurisdictionKind = codeOf(JURISDICTION_KIND)
export type JurisdictionKind = keyof typeof JURISDICTION_KIND

export const ORGANIZATION_KIND = {
  police_department: { en: 'Police department', es: 'Departamento de policía' },
  sheriff: { en: 'Sheriff’s office', es: 'Oficina del sheriff' },
  city_government: { en: 'City government', es: 'Gobierno municipal' },
  mayor: { en: 'Mayor’s office', es: 'Alcaldía' },
  council: { en: 'Council', es: 'Concejo' },
  governor: { en: 'Governor’s office', es: 'Oficina del gobernador' },
  attorney_general: { en: 'Attorney general’s office', es: 'Fiscalía general' },
  legislature: { en: 'Legislature', es: 'Legislatura' },
  school_district: { en: 'School district', es: 'Distrito escolar' },
  transit: { en: 'Transit agency', es: 'Agencia de transporte' },
  state_agency: { en: 'State agency', es: 'Agencia estatal' },
  law_enforcement: { en: 'Other law enforcement body', es: 'Otro cuerpo de seguridad' },
  federal_agency: { en: 'Federal agency', es: 'Agencia federal' },
} as const satisfies Record<string, Term>
export const OrganizationKind = codeOf(ORGANIZATION_KIND)

/** The office that a role is, independent of how a place words its title. */
export const OFFICE = {
  governor: { en: 'Governor', es: 'Gobernador o gobernadora' },
  attorney_general: { en: 'Attorney general', es: 'Fiscal general' },
  mayor: { en: 'Mayor', es: 'Alcalde o alcaldesa' },
  police_chief: { en: 'Police chief', es: 'Jefe o jefa de policía' },
  sheriff: { en: 'Sheriff', es: 'Sheriff' },
  superintendent: { en: 'School superintendent', es: 'Superintendente escolar' },
  council_member: { en: 'Council member', es: 'Concejal' },
  us_senator: { en: 'U.S. senator', es: 'Senador o senadora federal' },
  us_representative: { en: 'U.S. representative', es: 'Representante federal' },
  state_legislator: { en: 'State legislator', es: 'Legislador o legisladora estatal' },
  other: { en: 'Other office', es: 'Otro cargo' },
} as const satisfies Record<string, Term>
export const Office = codeOf(OFFICE)
export type Office = keyof typeof OFFICE

/** Members of Congress and state legislators represent a place; they do not govern it. */
export const REPRESENTS: readonly Office[] = ['us_senator', 'us_representative', 'state_legislator']

/** Whether those who made a statement govern the place or represent it in another government. */
export const SPEAKS = {
  governs: { en: 'Those who govern the place', es: 'Quienes gobiernan el lugar' },
  represents: {
    en: 'Members of Congress and state legislators',
    es: 'Miembros del Congreso y legisladores estatales',
  },
} as const satisfies Record<string, Term>

export const SPEAKS_IN_SENTENCE = {
  governs: { en: 'by those who govern the place', es: 'de quienes gobiernan el lugar' },
  represents: {
    en: 'by members of Congress and state legislators',
    es: 'de miembros del Congreso y legisladores estatales',
  },
} as const satisfies Record<keyof typeof SPEAKS, Term>

export const PARTY = {
  democratic: { en: 'Democratic', es: 'Partido Demócrata' },
  republican: { en: 'Republican', es: 'Partido Republicano' },
  independent: { en: 'Independent', es: 'Independiente' },
  nonpartisan: { en: 'Nonpartisan', es: 'Sin afiliación partidista' },
  other: { en: 'Another party', es: 'Otro partido' },
} as const satisfies Record<string, Term>
export const Party = codeOf(PARTY)
