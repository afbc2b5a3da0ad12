import { type OptionsValue, optionsFilter } from '@/lib/platform/lists/options-filter'
import type { Filter } from '@/lib/platform/lists/filter'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'
import { type Sql, sql } from '@/lib/platform/database/sql'
import { ORGANIZATION_KIND } from '@/lib/vocabularies/bodies'
import { STATE } from '@/lib/vocabularies/states'

// Each filter takes SQL that selects a row per record and place: `id` and `jurisdiction_id`.

/** Matches places by id, alone or with the places inside them: a state with its counties, cities and districts. */
export const placeFilter = (places: Sql): Filter<OptionsValue> =>
  optionsFilter({
    name: 'place',
    label: { en: 'Place', es: 'Lugar' },
    about: {
      en: 'The id of a place; a body that serves it counts as well.',
      es: 'El id de un lugar; también cuenta un organismo que lo atiende.',
    },
    options: { records: 'jurisdictions' },
    phrase: { en: 'in {}', es: 'en {}' },
    modifiedPhrase: { en: 'in {} and places inside it', es: 'en {} y los lugares que contiene' },
    facet: (inside) => ({
      rows: inside
        ? sql`SELECT at.id, part.code FROM (${places}) at
            JOIN jurisdiction own ON own.id = at.jurisdiction_id
            LEFT JOIN jurisdiction parent ON parent.id = own.parent_id
            LEFT JOIN jurisdiction above ON above.id = parent.parent_id
            LEFT JOIN jurisdiction top ON top.id = above.parent_id,
            LATERAL (VALUES (own.id), (parent.id), (above.id), (top.id)) part (code)`
        : sql`SELECT at.id, at.jurisdiction_id AS code FROM (${places}) at`,
    }),
    modifier: {
      param: 'inside',
      code: 'yes',
      label: { en: 'and places inside it', es: 'y los lugares que contiene' },
      about: {
        en: 'With “yes”, what lies inside the place counts as well: the counties and cities of a state.',
        es: 'Con «yes» cuenta también lo que está dentro del lugar: los condados y las ciudades de un estado.',
      },
    },
  })

export const stateFilter = (places: Sql): Filter<OptionsValue> =>
  optionsFilter({
    name: 'state',
    label: { en: 'State', es: 'Estado' },
    about: {
      en: 'Postal abbreviation of a state, the federal district or a territory, with everything inside it.',
      es: 'Abreviatura postal de un estado, el distrito federal o un territorio, con todo lo que contiene.',
    },
    options: { codes: STATE },
    sentenceLabels: STATE,
    phrase: { en: 'in {}', es: 'en {}' },
    facet: {
      rows: sql`SELECT at.id, place.usps AS code FROM (${places}) at JOIN jurisdiction place ON place.id = at.jurisdiction_id`,
    },
  })

/** Levels of government, derived from the kinds of jurisdictions. */
export const LEVEL = {
  state: { en: 'State', es: 'Estatal' },
  county: { en: 'County', es: 'Condado' },
  municipal: { en: 'City or town', es: 'Ciudad o pueblo' },
  school_district: { en: 'School district', es: 'Distrito escolar' },
  tribal: { en: 'Tribal nation', es: 'Nación tribal' },
  special: { en: 'Special district', es: 'Distrito especial' },
} as const satisfies Vocabulary

export const levelFilter = (places: Sql): Filter<OptionsValue> =>
  optionsFilter({
    name: 'level',
    label: { en: 'Level of government', es: 'Nivel de gobierno' },
    about: {
      en: 'The level of the place: state (with the federal district and the territories), county, city or town.',
      es: 'El nivel del lugar: estatal (con el distrito federal y los territorios), condado, ciudad o pueblo.',
    },
    options: { codes: LEVEL },
    sentenceLabels: {
      state: { en: 'state', es: 'estatal' },
      county: { en: 'county', es: 'de condado' },
      municipal: { en: 'city or town', es: 'municipal' },
      school_district: { en: 'school district', es: 'de distrito escolar' },
      tribal: { en: 'tribal', es: 'tribal' },
      special: { en: 'special district', es: 'de distrito especial' },
    },
    phrase: { en: 'at {} level', es: 'de nivel {}' },
    facet: {
      rows: sql`SELECT at.id, CASE WHEN place.kind IN ('state', 'district', 'territory') THEN 'state'
          WHEN place.kind IN ('city', 'town', 'township', 'place') THEN 'municipal'
          WHEN place.kind = 'tribal_nation' THEN 'tribal' ELSE place.kind END AS code
        FROM (${places}) at JOIN jurisdiction place ON place.id = at.jurisdiction_id`,
    },
  })

const BODIES: Vocabulary<keyof typeof ORGANIZATION_KIND> = {
  police_department: { en: 'police departments', es: 'departamentos de policía' },
  sheriff: { en: 'sheriff’s offices', es: 'oficinas del sheriff' },
  city_government: { en: 'city governments', es: 'gobiernos municipales' },
  mayor: { en: 'mayor’s offices', es: 'alcaldías' },
  council: { en: 'councils', es: 'concejos' },
  governor: { en: 'governor’s offices', es: 'oficinas de gobernadores' },
  attorney_general: { en: 'attorney general’s offices', es: 'fiscalías generales' },
  legislature: { en: 'legislatures', es: 'legislaturas' },
  school_district: { en: 'school districts', es: 'distritos escolares' },
  transit: { en: 'transit agencies', es: 'agencias de transporte' },
  state_agency: { en: 'state agencies', es: 'agencias estatales' },
  law_enforcement: { en: 'other law enforcement bodies', es: 'otros cuerpos de seguridad' },
  federal_agency: { en: 'federal agencies', es: 'agencias federales' },
}

/** Matches the kind of the organizations. `bodies` selects rows of `id` and `organization_id`. */
export const bodyFilter = (bodies: Sql): Filter<OptionsValue> =>
  optionsFilter({
    name: 'body',
    label: { en: 'Kind of body', es: 'Tipo de organismo' },
    about: {
      en: 'The kind of public body: its own, or that of the role in which somebody speaks.',
      es: 'El tipo de organismo público: el propio, o el del cargo desde el que alguien habla.',
    },
    options: { codes: ORGANIZATION_KIND },
    sentenceLabels: BODIES,
    phrase: { en: 'by {}', es: 'de {}' },
    facet: {
      rows: sql`SELECT of.id, body.kind AS code FROM (${bodies}) of JOIN organization body ON body.id = of.organization_id`,
    },
  })
