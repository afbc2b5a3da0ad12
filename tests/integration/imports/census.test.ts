import { describe, expect, test } from 'vitest'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { idFor } from '@/lib/platform/publishing/ids'
import { importPlaces } from '@/lib/records/jurisdictions/import-places'
import { lookUpPlace } from '@/lib/records/jurisdictions/queries'
import { lookUpOrganization } from '@/lib/records/organizations/queries'
import { revertImport } from '@/lib/features/imports/commands'
import { search } from '@/lib/features/search/queries'
import { importRows } from '@/lib/platform/imports/queries'
import { sql } from '@/lib/platform/database/sql'
import { testDatabase } from '../database'
import { publishOne } from '../world'
import { ADMINISTRATOR, csv, importAll, runToEnd } from './importing'

await testDatabase()

const none = {
  geoid: null,
  ocdId: null,
  geonamesId: null,
  countyGeoid: null,
  population: null,
  lat: null,
  lon: null,
  aliases: [],
  note: null,
}
const id = (path: string) => idFor('jurisdictions', path)
const place = (path: string, kind: string, name: string, parent: string | null, more: object = {}) => ({
  ...none,
  id: id(path),
  path,
  kind,
  name,
  fullName: parent ? `${name}, Nebraska` : name,
  usps: 'NE',
  parentId: parent && id(parent),
  ...more,
})
await importPlaces(SYSTEM, {
  places: [
    place('/ne', 'state', 'Nebraska', null, { geoid: '31' }),
    { ...place('/vt', 'state', 'Vermont', null, { geoid: '50' }), usps: 'VT' },
    place('/ne/douglas-county', 'county', 'Douglas County', '/ne', { geoid: '31055' }),
    place('/ne/omaha', 'place', 'Omaha', '/ne/douglas-county', {
      lat: 41.26,
      lon: -96.05,
      population: 1,
      note: { en: 'The population is that of the urban centre alone.' },
    }),
    place('/ne/springfield', 'place', 'Springfield', '/ne', { lat: 42.9, lon: -99.9 }),
    { ...place('/vt/barre', 'place', 'Barre', '/vt', { lat: 44.2, lon: -72.5 }), usps: 'VT' },
    { ...place('/vt/barre-washington', 'place', 'Barre', '/vt', { lat: 44.21, lon: -72.51 }), usps: 'VT' },
  ],
  redirects: [{ from: '/ne/dundee', to: '/ne/omaha' }],
})
await publishOne('organizations', 'aaaaaaaaa1', {
  name: 'Omaha Police',
  kind: 'police_department',
  aliases: [],
  note: null,
  jurisdictionId: id('/ne/omaha'),
  servesIds: [],
})

const PLACES = csv(
  [
    'geoid',
    'usps',
    'name_legal',
    'name_short',
    'funcstat',
    'ocd_id',
    'population_acs2023',
    'lat',
    'lon',
    'county_geoids',
  ],
  [
    '3137000',
    'NE',
    'Omaha city',
    'Omaha',
    'A',
    'ocd-division/country:us/state:ne/place:omaha',
    '489265',
    '41.2627',
    '-96.0529',
    '31055',
  ],
  ['3146000', 'NE', 'Springfield city', 'Springfield', 'A', '', '1500', '41.08', '-96.13', '31055'],
  ['3113000', 'NE', 'Dundee CDP', 'Dundee', 'S', '', '', '41.0', '-97.0', '31055'],
  ['3199999', 'NE', 'Old Town city', 'Old Town', 'N', '', '', '', '', ''],
  ['5003250', 'VT', 'Barre city', 'Barre', 'A', '', '', '44.2', '-72.505', ''],
  ['1571550', 'HI', 'Urban Honolulu CDP', 'Urban Honolulu', 'S', '', '', '', '', ''],
  ['312', 'NE', 'Cut city', 'Cut', 'A', '', '', '', '', ''],
)
const TOWNSHIPS = csv(
  ['geoid', 'usps', 'name_legal', 'name_short', 'fips_class', 'funcstat', 'lat', 'lon', 'county_geoid'],
  ['3105536995', 'NE', 'Omaha township', 'Omaha', 'T1', 'A', '41.3', '-96.0', '31055'],
  ['3105599999', 'NE', 'Omaha township', 'Omaha', 'T1', 'A', '41.4', '-96.1', '31057'],
  ['3105511111', 'NE', 'Merged town', 'Merged', 'T5', 'C', '41.4', '-96.1', '31055'],
)
const options = { actor: ADMINISTRATOR }
const pathsIn = async (usps: string) =>
  (await sql`SELECT path FROM jurisdiction WHERE usps = ${usps} ORDER BY path`.rows<{ path: string }>()).map(
    ({ path }) => path,
  )
const record = async (path: string) => {
  const found = await lookUpPlace(path)
  return found.status === 'found' ? found.record : null
}

describe('a gazetteer of the Census Bureau', () => {
  test('adds codes to existing places, creates missing ones, and explains the rest', async () => {
    const batch = await importAll('census-gazetteer', PLACES, options)
    expect(batch.counts).toEqual({ imported: 3, refused: 4 })
    expect((await importRows(batch.id, ['refused'])).map(({ row, problems }) => [row, Object.keys(problems)])).toEqual([
      [5, ['funcstat']],
      [6, ['place']],
      [7, ['usps']],
      [8, ['geoid']],
    ])
    expect(await record('/ne/omaha')).toMatchObject({
      id: id('/ne/omaha'),
      version: 2,
      kind: 'city',
      geoid: '3137000',
      population: 489265,
      note: null,
      lat: 41.26,
    })
    // The other Springfield is far away, so this one is a new place.
    expect(await record('/ne/springfield')).toMatchObject({ geoid: null, version: 1 })
    expect(await record('/ne/springfield-douglas-county')).toMatchObject({
      geoid: '3146000',
      fullName: 'Springfield (Douglas County), Nebraska',
      parent: { name: 'Douglas County, Nebraska' },
    })
    // A path that redirects is taken.
    expect(await record('/ne/dundee-douglas-county')).toMatchObject({ geoid: '3113000' })
  })

  test('updates the dependent cards and the search when a place becomes a city', async () => {
    expect(await lookUpOrganization('aaaaaaaaa1')).toMatchObject({
      record: { jurisdiction: { kind: 'city' }, version: 1 },
    })
    const found = JSON.stringify(await search('Springfield'))
    expect(found).toContain('/ne/springfield-douglas-county')
  })

  test('keeps a city and townships with the same name apart', async () => {
    const batch = await importAll('census-gazetteer', TOWNSHIPS, options)
    expect(batch.counts).toEqual({ imported: 2, refused: 1 })
    expect(await record('/ne/omaha')).toMatchObject({ version: 2, geoid: '3137000' })
    expect((await pathsIn('NE')).filter((path) => path.includes('omaha'))).toEqual([
      '/ne/omaha',
      '/ne/omaha-township-3105599999',
      '/ne/omaha-township-douglas-county',
    ])
  })

  test('again adds nothing', async () => {
    const before = await sql`SELECT count(*)::int AS n FROM revision`.rows()
    expect((await importAll('census-gazetteer', PLACES, options)).counts).toEqual({ unchanged: 3, refused: 4 })
    expect((await importAll('census-gazetteer', TOWNSHIPS, options)).counts).toEqual({ unchanged: 2, refused: 1 })
    expect(await sql`SELECT count(*)::int AS n FROM revision`.rows()).toEqual(before)
  })

  test('can be undone: existing places are restored and new ones withdrawn', async () => {
    const [batch] =
      await sql`SELECT batch_id AS id FROM import_row WHERE state = 'imported' AND title LIKE 'Springfield%'`.rows<{
        id: string
      }>()
    await revertImport(ADMINISTRATOR, { id: batch!.id })
    expect((await runToEnd(batch!.id, ADMINISTRATOR)).counts).toEqual({ reverted: 3, refused: 4 })
    expect(await record('/ne/omaha')).toMatchObject({ version: 3, kind: 'place', geoid: null, population: 1 })
    expect(await record('/ne/springfield-douglas-county')).toBeNull()
    expect(await lookUpOrganization('aaaaaaaaa1')).toMatchObject({ record: { jurisdiction: { kind: 'place' } } })
  })
})
