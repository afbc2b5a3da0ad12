import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayInName } from '@/lib/features/imports/agreements/import-agreements'
import { isNothing, locate, placeInName } from '@/lib/features/imports/agreements/agency'
import { linkOf } from '@/lib/features/imports/agreements/links'
import { readRow } from '@/lib/features/imports/census/row'
import { readDay } from '@/lib/features/imports/read-day'
import { closestName, foldName, nameSimilarity } from '@/lib/text/similar-names'
import { Places, shortName, stateOf } from '@/lib/features/imports/places'
import { applyMapping, suggestColumns } from '@/lib/platform/imports/mapping'

describe('names', () => {
  test('are equal ignoring accents, case and spelling of Saint', () => {
    expect(foldName('Jesús García')).toBe(foldName('JESUS GARCIA'))
    expect(foldName('St. Johns')).toBe(foldName('Saint Johns'))
    expect(foldName('De Soto')).toBe(foldName('DeSoto'))
    expect(foldName('Martin Garcia')).not.toBe(foldName('Martin Kelly'))
  })

  test('have a symmetric similarity, highest with themselves', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(nameSimilarity(a, b)).toBeCloseTo(nameSimilarity(b, a))
        expect(nameSimilarity(a, b)).toBeLessThanOrEqual(1)
        expect(nameSimilarity(a, a)).toBe(1)
      }),
    ))

  test('that are misspelled find the intended name', () => {
    const counties = ['Lafayette', 'Franklin', 'Lampasas', 'Berrien', 'Allegheny']
    for (const [written, meant] of [
      ['Layafette', 'Lafayette'],
      ['Frankin', 'Franklin'],
      ['Lampass', 'Lampasas'],
      ['Berrian', 'Berrien'],
      ['Alleghany', 'Allegheny'],
    ] as const)
      expect(closestName(written, counties, (one) => one)[0]).toBe(meant)
    expect(closestName('Zzyzx', counties, (one) => one)).toEqual([])
  })
})

test('states are known by name and abbreviation in any case', () => {
  expect(['NEW HAMPSHIRE', 'nh', 'New Hampshire '].map((one) => stateOf(one)?.usps)).toEqual(['NH', 'NH', 'NH'])
  expect(stateOf('Alabma')).toBeUndefined()
})

test('dates are parsed as written, and invalid ones stay invalid', () => {
  expect(['2025-06-25', '6/25/2025', '06/05/2025'].map(readDay)).toEqual(['2025-06-25', '2025-06-25', '2025-06-05'])
  expect(['7/72025', '05/082025', '2025-13-01', '2/30/2025', ''].map(readDay)).toEqual([null, null, null, null, null])
  expect(dayInName('participatingAgencies07182025pm.xlsx')).toBe('2025-07-18')
  expect(dayInName('list.xlsx')).toBe('')
})

describe('an agency', () => {
  test.each([
    ['Boca Raton Police Services Department', 'Boca Raton'],
    ['Indian Creek Village Department of Public Safety', 'Indian Creek Village'],
    ['Alachua Police Departent', null],
    ['Damascus Township Constable', 'Damascus Township'],
  ])('%s is of %s', (name, place) => expect(placeInName(name)).toBe(place))

  test('placeholder cells count as empty', () =>
    expect(['#N/A', 'N/A', '#NA', 'n/a', '', undefined].every(isNothing)).toBe(true))

  const place = (name: string, kind: string, more: object = {}) => ({
    id: name,
    path: `/va/${foldName(name)}`,
    kind,
    name,
    fullName: `${name}, Virginia`,
    usps: 'VA',
    geoid: null,
    countyGeoid: null,
    parentId: null,
    population: null,
    aliases: [],
    ...more,
  })
  const places = new Places([
    { ...place('Virginia', 'state'), path: '/va' },
    place('Richmond County', 'county'),
    place('Richmond', 'city', { countyGeoid: '51760' }),
    place('Hopewell', 'city', { countyGeoid: '51670' }),
    place('St. Mary County', 'county'),
  ])
  const where = (agency: string, type: string, county?: string) => {
    const { agency: found, problems } = locate(places, 'VA', { agency, type, county })
    return found ? [found.kind, found.place.name] : Object.keys(problems)
  }

  test.each([
    ["Richmond County Sheriff's Office", 'County', 'Richmond County', ['sheriff', 'Richmond County']],
    ['Richmond Police Department', 'Municipality', '#N/A', ['police_department', 'Richmond']],
    ["Saint Mary County Sheriff's Office", 'County', 'Saint Mary County', ['sheriff', 'St. Mary County']],
    ["Hopewell County Sheriff's Office", 'County', 'Hopewell County', ['county']],
    ['Virginia Department of State Police', 'State Agency', '#N/A', ['state_agency', 'Virginia']],
    ['Virginia State Police Department', 'Municipality', 'Richmond County', ['type']],
    ['Richmond Police Department', 'County', '#N/A', ['type']],
    ['Nowhere Police Department', 'Municipality', '', ['place']],
    ["Richmond County Sheriff's Office", 'County', 'St. Mary County', ['county']],
    ['Richmond Police Department', 'Town', '', ['type']],
  ])('%s (%s, %s)', (agency, type, county, expected) => expect(where(agency, type, county)).toEqual(expected))
})

test('links are unwrapped from the mail filter, and only HTTP(S) URLs are links', () => {
  expect(linkOf('https://gcc02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov%2Fa.pdf&data=x')).toBe(
    'https://www.ice.gov/a.pdf',
  )
  expect(linkOf('https://www.ice.gov/a.pdf')).toBe('https://www.ice.gov/a.pdf')
  expect(['link', 'javascript:alert(1)', '', undefined].map(linkOf)).toEqual([null, null, null, null])
})

test('a county’s short name omits its kind', () =>
  expect(['Franklin County', 'Orleans Parish', 'Kodiak Island Borough'].map(shortName)).toEqual([
    'Franklin',
    'Orleans',
    'Kodiak Island',
  ]))

test.each([
  ['0107000', 'Birmingham city', 'place', 'city', 'Birmingham'],
  ['4752006', 'Nashville-Davidson metropolitan government (balance)', 'place', 'city', 'Nashville-Davidson'],
  ['1571550', 'Urban Honolulu CDP', 'place', 'place', 'Urban Honolulu'],
  ['0911001080', 'Andover town', 'subdivision', 'town', 'Andover'],
  ['3105536995', 'Omaha township', 'subdivision', 'township', 'Omaha'],
  ['09110', 'Capitol Planning Region', 'county', 'special', 'Capitol Planning Region'],
  ['1608830', 'Boise City city', 'place', 'city', 'Boise City'],
])('%s %s is a row of the level %s: %s', (geoid, name_legal, level, kind, short) =>
  expect(readRow({ geoid, name_legal, usps: 'XX' })).toMatchObject({ level, kind, short }),
)

test('a GEOID without its leading zero matches no level', () =>
  expect(readRow({ geoid: '107000', name_legal: 'Birmingham city' })).toBeNull())

describe('columns', () => {
  const columns = [
    { name: 'date_edtf', label: { en: 'Date, EDTF', es: 'Fecha, EDTF' } },
    { name: 'summary_es', label: { en: 'Summary, Spanish', es: 'Resumen, en español' } },
    { name: 'model', label: { en: 'Model', es: 'Modelo' }, also: ['SUPPORT TYPE'] },
  ]
  test('are found by code, by label in either language and by known names', () =>
    expect(suggestColumns(columns, ['Fecha, EDTF', 'SUMMARY_ES', 'Support Type', 'Other'])).toEqual({
      date_edtf: 'Fecha, EDTF',
      summary_es: 'SUMMARY_ES',
      model: 'Support Type',
    }))
  test('no heading maps to two columns', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Model', 'model', 'Modelo', 'support type', 'x')), (headings) => {
        const found = Object.values(suggestColumns(columns, [...new Set(headings)]))
        expect(new Set(found).size).toBe(found.length)
      }),
    ))
  test('a correction overrides the cell, whose original is kept', () =>
    expect(
      applyMapping({ columns: { county: 'COUNTY' }, corrections: { 11: { county: 'Franklin County' } } }, 11, {
        COUNTY: 'Frankin County',
      }),
    ).toEqual({
      cells: { county: 'Franklin County' },
      asRead: { county: 'Frankin County' },
    }))
})
