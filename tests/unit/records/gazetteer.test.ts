import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JurisdictionInput } from '@/lib/records/jurisdictions/schema'
import { countyRedirects, gazetteer } from '@/lib/records/jurisdictions/gazetteer/gazetteer'
import { censusName, ocdName, slug, spellings } from '@/lib/records/jurisdictions/gazetteer/names'
import type { Place } from '@/lib/records/jurisdictions/gazetteer/place'

const places = gazetteer()
const byPath = new Map(places.map((place) => [place.path, place]))
const at = (path: string): Place => byPath.get(path) ?? expect.fail(`Nothing at ${path}.`)
const called = (name: string, usps: string): string[] =>
  places.filter((place) => place.usps === usps && [place.name, ...place.aliases].includes(name)).map(({ path }) => path)

describe('the whole gazetteer', () => {
  test.each(['path', 'key', 'fullName'] as const)('tells every two places apart by their %s', (field) => {
    expect(new Set(places.map((place) => place[field])).size).toBe(places.length)
  })

  test('has no duplicate GEOID', () => {
    const geoids = places.flatMap(({ geoid }) => geoid ?? [])
    expect(new Set(geoids).size).toBe(geoids.length)
  })

  test('has only places that the record accepts', () => {
    const refused = places.flatMap(({ key, parentPath, ...rest }) => {
      const parsed = JurisdictionInput.safeParse({ ...rest, parentId: parentPath && '0123456789' })
      return parsed.success ? [] : [[key, parsed.error.issues]]
    })
    expect(refused).toEqual([])
  })

  test('gives every place except states a parent', () => {
    expect(places.filter(({ parentPath }) => parentPath !== null && !byPath.has(parentPath))).toEqual([])
    const roots = places.filter(({ parentPath }) => parentPath === null)
    expect(roots.every(({ key }) => key.startsWith('state:'))).toBe(true)
    expect(roots).toHaveLength(56)
  })

  test('keeps every place in the state of its parent', () => {
    for (const { parentPath, usps } of places) if (parentPath) expect(at(parentPath).usps).toBe(usps)
  })

  test('has every county, whether of its own or as a city', () => {
    const counties = places.flatMap(({ key, countyGeoid }) => countyGeoid ?? key.match(/^county:(.+)/)?.[1] ?? [])
    expect(new Set(counties).size).toBe(3_231)
    expect(counties).toHaveLength(3_231)
  })

  test('has most of the populated places', () => {
    expect(places.filter(({ key }) => key.startsWith('geonames:')).length).toBeGreaterThan(15_000)
    expect(places.filter(({ population }) => population === 0)).toEqual([])
  })

  test('redirects alternative paths to places, never a place’s own path', () => {
    expect(countyRedirects().filter(({ from, to }) => byPath.has(from) || !byPath.has(to))).toEqual([])
    expect(countyRedirects()).toContainEqual({ from: '/co/denver-county', to: '/co/denver' })
    expect(countyRedirects()).toContainEqual({ from: '/ny/brooklyn', to: '/ny/kings-county' })
  })
})

describe('the places of the documents', () => {
  test.each([
    ['/nj/newark', '3451000', '/nj/essex-county'],
    ['/il/chicago', '1714000', '/il/cook-county'],
    ['/tx/el-paso', '4824000', '/tx/el-paso-county'],
    ['/mn/st-paul', '2758000', '/mn/ramsey-county'],
    ['/co/denver', '0820000', '/co'],
    ['/pa/pittsburgh', '4261000', '/pa/allegheny-county'],
    ['/nv/las-vegas', '3240000', '/nv/clark-county'],
    ['/ne/omaha', '3137000', '/ne/douglas-county'],
    ['/ca/stockton', '0675000', '/ca/san-joaquin-county'],
    ['/mn/minneapolis', '2743000', '/mn/hennepin-county'],
    ['/tx/grand-prairie', '4830464', '/tx/dallas-county'],
    ['/ct/bridgeport', '0908000', '/ct/fairfield-county'],
    ['/ca/los-angeles', '0644000', '/ca/los-angeles-county'],
    ['/ny/new-york-city', '3651000', '/ny'],
    ['/ca/huntington-beach', '0636000', '/ca/orange-county'],
  ])('%s is a city with its GEOID in its county', (path, geoid, parentPath) => {
    expect(at(path)).toMatchObject({ geoid, parentPath, kind: 'city' })
    expect(at(path).ocdId).toMatch(/^ocd-division\/country:us\/state:..\/place:/)
  })
})

describe('the special cases', () => {
  test.each([
    ['/co/denver', '08031', 'Denver County'],
    ['/ca/san-francisco', '06075', 'San Francisco County'],
    ['/pa/philadelphia', '42101', 'Philadelphia County'],
    ['/la/new-orleans', '22071', 'Orleans Parish'],
    ['/hi/honolulu', '15003', 'Honolulu County'],
    ['/tn/nashville', '47037', 'Davidson County'],
    ['/va/richmond', '51760', 'Richmond city'],
    ['/va/manassas-park', '51685', 'Manassas Park city'],
    ['/pr/bayamon', '72021', 'Bayamón Municipio'],
  ])('%s is one record for city and county', (path, countyGeoid, county) => {
    expect(at(path)).toMatchObject({ countyGeoid, kind: 'city', parentPath: path.slice(0, 3) })
    expect(called(county, at(path).usps)).toEqual([path])
  })

  test('St. Louis and Baltimore are separate from the counties with their names', () => {
    expect(at('/mo/st-louis')).toMatchObject({ countyGeoid: '29510', geoid: '2965000' })
    expect(at('/mo/st-louis-county')).toMatchObject({ geoid: '29189', kind: 'county' })
    expect(at('/md/baltimore')).toMatchObject({ countyGeoid: '24510', geoid: '2404000' })
    expect(at('/md/baltimore-county')).toMatchObject({ geoid: '24005', kind: 'county' })
    expect(at('/va/richmond-county')).toMatchObject({ geoid: '51159', kind: 'county' })
  })

  test('the District of Columbia is neither county nor city', () => {
    expect(places.filter(({ usps }) => usps === 'DC').map(({ path }) => path)).toEqual(['/dc'])
    expect(at('/dc')).toMatchObject({ kind: 'district', geoid: '11', ocdId: 'ocd-division/country:us/district:dc' })
    expect(called('Washington, D.C.', 'DC')).toEqual(['/dc'])
  })

  test('New York City is the parent of its boroughs, which are counties', () => {
    expect(called('NYC', 'NY')).toEqual(['/ny/new-york-city'])
    expect(called('Brooklyn', 'NY')).toEqual(['/ny/kings-county'])
    expect(called('Harlem', 'NY')).toEqual([])
  })

  test('thirty Washington Counties have thirty names', () => {
    const namesakes = places.filter(({ name }) => name === 'Washington County')
    expect(namesakes.length).toBeGreaterThanOrEqual(30)
    expect(new Set(namesakes.map(({ fullName }) => fullName)).size).toBe(namesakes.length)
  })

  test('Omaha and East Hampton appear once', () => {
    expect(called('Omaha', 'NE')).toEqual(['/ne/omaha'])
    expect(called('East Hampton', 'NY')).toEqual(['/ny/east-hampton'])
  })

  test('namesakes within a state include their county', () => {
    const namesakes = places.filter(({ name, usps }) => name === 'Midway' && usps === 'FL')
    expect(namesakes.map(({ fullName }) => fullName).sort()).toEqual([
      'Midway (Gadsden County), Florida',
      'Midway (Seminole County), Florida',
      'Midway, Florida',
    ])
  })

  test('counties keep their own kind of name', () => {
    expect(at('/ak/kusilvak-census-area').name).toBe('Kusilvak Census Area')
    expect(at('/nm/dona-ana-county')).toMatchObject({ name: 'Doña Ana County', aliases: ['Dona Ana County'] })
    expect(at('/md/st-marys-county').ocdId).toBe('ocd-division/country:us/state:md/county:st_mary~s')
  })
})

describe('names', () => {
  test('a path has ASCII letters, digits and single hyphens', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(slug(name)))))

  test('the slug of a slug is itself', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => slug(slug(name)) === slug(name))))

  test('a spelling without accents or with Saint spelled out gives the same path', () => {
    for (const { name } of places.filter(({ name }) => !/\b(Fort|Mount) /.test(name)))
      for (const spelling of spellings(name)) expect(slug(spelling)).toBe(slug(name))
  })

  test('names fold', () => {
    expect(slug('Saint Paul')).toBe(slug('St. Paul'))
    expect(slug('Ste. Genevieve County')).toBe('ste-genevieve-county')
    expect(slug('Kapa‘a')).toBe(slug('Kapaʻa'))
    expect(slug('Coeur d’Alene')).toBe('coeur-dalene')
    expect(censusName('Port Saint Lucie')).toBe('Port St. Lucie')
    expect(spellings('Fort Worth')).toEqual(['Ft. Worth'])
    expect(spellings('St. Paul')).toEqual(['Saint Paul'])
    expect(ocdName('Winston-Salem')).toBe('winston-salem')
  })
})
