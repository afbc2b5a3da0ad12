import { describe, expect, test } from 'vitest'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { idFor } from '@/lib/platform/publishing/ids'
import { importPlaces } from '@/lib/records/jurisdictions/import-places'
import { lookUpPolicy } from '@/lib/records/policies/queries'
import { lookUpStance } from '@/lib/records/stances/queries'
import { correctImport, checkImport, beginImport } from '@/lib/features/imports/commands'
import { importBatch, importRows } from '@/lib/platform/imports/queries'
import { sql } from '@/lib/platform/database/sql'
import { testDatabase } from '../database'
import { EDITOR, csv, importAll, preview, runToEnd } from './importing'

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
const place = (path: string, kind: string, name: string, parent: string | null) => ({
  ...none,
  id: idFor('jurisdictions', path),
  path,
  kind,
  name,
  fullName: parent ? `${name}, Alabama` : name,
  usps: 'AL',
  parentId: parent && idFor('jurisdictions', parent),
})
await importPlaces(SYSTEM, {
  places: [
    place('/al', 'state', 'Alabama', null),
    place('/al/franklin-county', 'county', 'Franklin County', '/al'),
    place('/al/dekalb-county', 'county', 'DeKalb County', '/al'),
    place('/al/level-plains', 'place', 'Level Plains', '/al'),
    place('/al/springfield', 'city', 'Springfield', '/al/franklin-county'),
    place('/al/springfield-dekalb', 'city', 'Springfield', '/al/dekalb-county'),
  ],
})

const HEAD = ['STATE', 'LAW ENFORCEMENT AGENCY', 'TYPE', 'COUNTY', 'SUPPORT TYPE', 'SIGNED', 'MOA_URL']
const LINK =
  'https://gcc02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov%2Fdoclib%2F287gMOA%2FFranklin.pdf&data=x'
const FILE = csv(
  HEAD,
  ['ALABAMA', "Franklin County Sheriff's Office", 'County', 'Franklin County', 'Task Force Model ', '2025-06-25', LINK],
  [
    'ALABAMA',
    'Franklin County Sheriff’s Office',
    'County',
    'Frankin County',
    'Jail Enforcement Model',
    '2025-06-25',
    '',
  ],
  ['ALABAMA', "De Kalb County Sheriff's Office", 'County', 'De Kalb County', 'Task Force Model', '7/72025', ''],
  ['ALABAMA', 'Level Plains Police Department', 'Municipality', '#N/A', 'Warrant Service Officer', '6/18/2025', ''],
  [
    'ALABAMA',
    'Alabama State Police Department',
    'Municipality',
    'Franklin County',
    'Task Force Model',
    '2025-01-01',
    '',
  ],
  ['ALABAMA', 'Springfield Police Department', 'Municipality', 'DeKalb County', 'Task Force Model', '2025-01-01', ''],
  ['ALABAMA', 'Springfield Airport Police Department', 'Municipality', '', 'Task Force Model', '2025-01-01', ''],
  ['ALABMA', 'Somewhere Police Department', 'Municipality', '', 'Model', '', ''],
  ['', '', '', '', '', '', ''],
  ['', '', '', '', '', '', ''],
)
const NAME = 'participatingAgencies07182025pm.csv'

describe('the list of 287(g) agreements', () => {
  test('becomes agreements and organizations, and invalid values are reported by row and cell', async () => {
    const id = await preview('agreements-287g', FILE, { fileName: NAME })
    const batch = (await importBatch(id))!
    expect(batch.counts).toEqual({ ready: 4, refused: 4 })
    expect(batch.mapping).toMatchObject({ blank: 2, options: { listDate: '2025-07-18' } })
    const refused = await importRows(id, ['refused'])
    expect(refused.map(({ row, problems }) => [row, Object.keys(problems).sort()])).toEqual([
      [3, ['county']],
      [6, ['type']],
      [8, ['place']],
      [9, ['model', 'signed', 'state']],
    ])
    expect(refused[0]!.problems.county).toEqual([
      expect.objectContaining({
        what: expect.objectContaining({ en: 'There is no “Frankin County” in Alabama.' }),
        choices: [{ value: 'Franklin County', label: 'Franklin County, Alabama' }],
      }),
    ])
    expect(refused[1]!.problems.type![0]!.choices).toEqual([{ value: 'State Agency', label: 'State Agency' }])

    await beginImport(EDITOR, { id })
    expect((await runToEnd(id)).counts).toEqual({ imported: 4, refused: 4 })
    const [first] = await importRows(id, ['imported'])
    expect(first!.made!.map(({ type }) => type)).toEqual(['sources', 'organizations', 'sources', 'policies', 'stances'])
    expect(await lookUpStance(first!.made!.at(-1)!.id)).toMatchObject({
      record: {
        ...{
          topic: 'agreement-287g',
          value: 'will_cooperate',
          duty: 'may',
          bound: ['sheriffs_jails'],
          evidence: 'official_text',
        },
        ...{ asOf: { edtf: '2025-07-18' }, from: { edtf: '2025-06-25' }, fromBasis: 'signed' },
        cases: { en: 'Under the model “Task Force Model”.' },
        organization: { name: "Franklin County Sheriff's Office" },
      },
    })
    const found = await lookUpPolicy(first!.made!.at(-2)!.id)
    expect(found).toMatchObject({
      record: {
        instrument: 'agreement',
        model: 'Task Force Model',
        jurisdiction: { name: 'Franklin County, Alabama' },
        organization: { name: "Franklin County Sheriff's Office" },
        events: [
          { status: 'signed', date: { edtf: '2025-06-25' } },
          { status: 'listed', date: { edtf: '2025-07-18' } },
        ],
        citations: [
          { exact: 'Task Force Model', source: { published: { edtf: '2025-07-18' } } },
          { source: { url: 'https://www.ice.gov/doclib/287gMOA/Franklin.pdf', name: 'Franklin.pdf' } },
        ],
      },
    })
  })

  test('an invalid signing date is stored as written, without a date', async () => {
    const [row] = await sql`SELECT card FROM policy WHERE card -> 'organization' ->> 'name' LIKE 'De Kalb%'`.rows<{
      card: { events: { date: unknown; note: { en: string } }[] }
    }>()
    expect(row!.card.events[0]!.date).toBeNull()
    expect(row!.card.events[0]!.note.en).toContain('“7/72025”')
  })

  test('the county in the list disambiguates places with the same name', async () => {
    const rows =
      await sql`SELECT card -> 'jurisdiction' ->> 'path' AS path FROM organization WHERE name LIKE 'Springfield%'`.rows()
    expect(rows).toEqual([{ path: '/al/springfield-dekalb' }])
  })

  test('importing the same file again adds nothing and rejects the same rows', async () => {
    const before = await sql`SELECT count(*)::int AS n FROM revision`.rows()
    const batch = await importAll('agreements-287g', FILE, { fileName: NAME })
    expect(batch.counts).toEqual({ unchanged: 4, refused: 4 })
    expect(await sql`SELECT count(*)::int AS n FROM revision`.rows()).toEqual(before)
  })

  test('a misspelled county requires an editor’s choice, and readers see the original spelling', async () => {
    const id = await preview('agreements-287g', FILE, { fileName: NAME })
    await correctImport(EDITOR, { id, row: 3, column: 'county', value: 'Franklin County' })
    await checkImport(EDITOR, { id })
    await beginImport(EDITOR, { id })
    expect((await runToEnd(id)).counts).toEqual({ imported: 1, unchanged: 4, refused: 3 })
    const [row] = await importRows(id, ['imported'])
    expect(row!.made!.map(({ type }) => type)).toEqual(['policies', 'stances'])
    expect(row!.raw.COUNTY).toBe('Frankin County')
    expect(await lookUpPolicy(row!.made![0]!.id)).toMatchObject({
      record: { notes: [{ kind: 'wrong_name', text: { en: expect.stringContaining('“Frankin County”') } }] },
    })
  })

  test('a later list adds a citation and keeps the existing ones', async () => {
    const later = csv(HEAD, [
      'ALABAMA',
      'Level Plains Police Department',
      'Municipality',
      '',
      'Warrant Service Officer',
      '6/18/2025',
      '',
    ])
    const batch = await importAll('agreements-287g', later, { fileName: 'participatingAgencies08012025.csv' })
    const [row] = await importRows(batch.id, ['imported'])
    expect(row!.made!.map(({ type, version }) => [type, version])).toEqual([
      ['sources', 1],
      ['policies', 2],
      ['stances', 2],
    ])
    expect(await lookUpStance(row!.made!.at(-1)!.id)).toMatchObject({
      record: { asOf: { edtf: '2025-08-01' }, from: { edtf: '2025-06-18' } },
    })
    expect(await lookUpPolicy(row!.made!.at(-2)!.id)).toMatchObject({
      record: {
        events: [
          { status: 'signed' },
          { date: { edtf: '2025-07-18' } },
          { status: 'listed', date: { edtf: '2025-08-01' } },
        ],
      },
    })
  })
})
