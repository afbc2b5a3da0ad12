import { expect, test } from 'vitest'
import { importAll, preview, csv, EDITOR } from './importing'
import { lookUpOfficial } from '@/lib/records/officials/queries'
import { checkImport, correctImport } from '@/lib/features/imports/commands'
import { importBatch, importRows } from '@/lib/platform/imports/queries'
import { sql } from '@/lib/platform/database/sql'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'

await testDatabase()
await makeWorld()
const congress = {
  ...inputs.officials.roles[0]!,
  office: 'us_representative',
  district: '7',
  organizationId: null,
  jurisdictionId: ids.state,
  from: { edtf: '2023-01-03' },
  to: { edtf: '2025-01-03' },
}
await publishOne('officials', 'aaaaaaaaa1', {
  ...inputs.officials,
  name: 'Jesús García',
  aliases: ['Chuy García'],
  roles: [congress],
})
await publishOne('officials', 'aaaaaaaaa2', {
  ...inputs.officials,
  name: 'Mark Kelly',
  bioguide: 'K000377',
  roles: [
    { ...congress, office: 'us_senator', district: null, from: { edtf: '2020-12-02' }, to: { edtf: '2029-01-03' } },
  ],
})

const MEMBERS = csv(
  [
    'bioguide',
    'official_full',
    'first',
    'last',
    'nickname',
    'chamber',
    'usps',
    'district',
    'party',
    'term_start',
    'term_end',
  ],
  ['K000377', 'Mark Kelly', 'Mark', 'Kelly', '', 'sen', 'TX', '', 'Democrat', '2023-01-03', '2029-01-03'],
  ['K000376', 'Mike Kelly', 'Mike', 'Kelly', '', 'rep', 'TX', '16', 'Republican', '2025-01-03', '2027-01-03'],
  ['G000586', 'Jesus Garcia', 'Jesus', 'Garcia', 'Chuy', 'rep', 'TX', '4', 'Democrat', '2025-01-03', '2027-01-03'],
  ['X1', 'Nobody', '', '', '', 'house', 'ZZ', '', 'Whig', '2025-01-03', '2020-01-03'],
)
const TERMS = csv(
  ['bioguide', 'chamber', 'usps', 'district', 'party', 'start', 'end'],
  ['K000376', 'rep', 'TX', '3', 'Democrat', '2011-01-05', '2013-01-03'],
  ['K000376', 'rep', 'TX', '16', 'Republican', '2023-01-03', '2025-01-03'],
  ['K000376', 'rep', 'TX', '16', 'Republican', '2025-01-03', '2027-01-03'],
  ['K000377', 'sen', 'TX', '', 'Democrat', '2023-01-03', '2029-01-03'],
  ['G000586', 'rep', 'TX', '4', 'Democrat', '2025-01-03', '2027-01-03'],
  ['K000376', 'rep', 'TX', '16', 'Republican', '2027-13-01', '2029-01-03'],
)

test('members become officials with their term, and namesakes are not merged', async () => {
  const id = await preview('congress-members', MEMBERS)
  expect((await importBatch(id))!.counts).toEqual({ ready: 1, unchanged: 1, refused: 2 })
  const [same, wrong] = await importRows(id, ['refused'])
  expect(same!.problems.official![0]!.choices).toEqual([
    { value: 'aaaaaaaaa1', label: 'Jesús García, Police Chief, Texas' },
    { value: 'new', label: 'Another person' },
  ])
  expect(Object.keys(wrong!.problems).sort()).toEqual(['bioguide', 'chamber', 'party', 'to', 'usps'])

  await correctImport(EDITOR, { id, row: 4, column: 'official', value: 'aaaaaaaaa1' })
  await checkImport(EDITOR, { id })
  const chosen = (await importRows(id, ['ready'])).at(-1)
  expect(chosen!.entries.at(-1)).toMatchObject({
    id: 'aaaaaaaaa1',
    baseVersion: 1,
    data: { name: 'Jesús García', bioguide: 'G000586', aliases: ['Chuy García', 'Jesus Garcia', 'Chuy Garcia'] },
  })
})

test('terms become dated, cited roles with a party, and existing roles are unchanged', async () => {
  await importAll('congress-members', MEMBERS)
  const batch = await importAll('congress-terms', TERMS)
  expect(batch.counts).toEqual({ imported: 3, unchanged: 1, refused: 2 })
  const refused = await importRows(batch.id, ['refused'])
  expect(refused.map(({ problems }) => Object.keys(problems))).toEqual([['bioguide'], ['from']])
  const [found] = await sql`SELECT id FROM official WHERE bioguide = 'K000376'`.rows<{ id: string }>()
  expect(await lookUpOfficial(found!.id)).toMatchObject({
    record: {
      name: 'Mike Kelly',
      version: 2,
      roles: [
        {
          office: 'us_representative',
          district: '16',
          party: 'republican',
          from: { edtf: '2025-01-03' },
          to: { edtf: '2027-01-03' },
        },
        { district: '16', party: 'republican', from: { edtf: '2023-01-03' } },
        {
          district: '3',
          party: 'democratic',
          from: { edtf: '2011-01-05' },
          citations: [{ source: { name: 'congress-legislators' } }],
        },
      ],
    },
  })
})

test('importing the same lists again adds nothing', async () => {
  expect((await importAll('congress-members', MEMBERS)).counts).toEqual({ unchanged: 2, refused: 2 })
  expect((await importAll('congress-terms', TERMS)).counts).toEqual({ unchanged: 4, refused: 2 })
})
