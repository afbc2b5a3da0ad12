import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsFor } from '@/lib/records/columns'
import { RECORD_TYPE_NAMES, type RecordTypeName } from '@/lib/records/registry'
import { csvOf, xlsxOf } from '@/lib/features/exports/formats'
import { readView } from '@/lib/features/exports/list-view'
import { lookUpPolicy } from '@/lib/records/policies/queries'
import { lookUpStatement } from '@/lib/records/statements/queries'
import { importBatch, importRows } from '@/lib/platform/imports/queries'
import { readFile } from '@/lib/platform/files/read-file'
import { contentDatabase } from '@/tests/integration/content'
import { ADMINISTRATOR, csv, importAll, preview } from './importing'

await contentDatabase()

const bytesOf = async (pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> => {
  const parts: Buffer[] = []
  for await (const piece of pieces) parts.push(Buffer.from(piece))
  return Buffer.concat(parts)
}

/** Only the places of Rhode Island, which are enough. */
const exported = async (type: RecordTypeName, format: 'csv' | 'xlsx') => {
  const query = type === 'jurisdictions' ? 'state=RI' : ''
  const { view } = readView(type, new URLSearchParams(query))
  return bytesOf(format === 'csv' ? csvOf(view, { bom: true }) : xlsxOf(view, 'en'))
}

const options = { actor: ADMINISTRATOR }

describe.each(RECORD_TYPE_NAMES)('%s', (type) => {
  test.each(['csv', 'xlsx'] as const)('importing an unchanged download as %s changes nothing', async (format) => {
    const id = await preview(`type-${type}`, await exported(type, format), options)
    const batch = (await importBatch(id))!
    expect(await importRows(id, ['refused', 'ready'])).toEqual([])
    expect(batch.counts.unchanged).toBeGreaterThan(0)
    expect(Object.keys(batch.mapping.columns).sort()).toEqual(
      columnsFor(type)
        .map(({ name }) => name)
        .sort(),
    )
  })
})

/** A download with some cells changed. */
const changed = async (
  type: RecordTypeName,
  change: (cells: Record<string, string>) => Record<string, string>,
  rows = 1,
) => {
  const { table } = await readFile(await exported(type, 'csv'))
  const some = table.rows.slice(0, rows).map(({ cells }) => ({ ...cells, ...change({ ...cells }) }))
  return csv(
    table.headings,
    ...some.map((cells) => table.headings.map((heading) => (cells as Record<string, string>)[heading] ?? '')),
  )
}

describe('an edited download', () => {
  test('changes its columns and no field that a file cannot represent', async () => {
    const file = await changed('policies', () => ({
      title_en: 'Another title',
      binding: 'no vinculante',
      source_fidelity: 'fragment',
    }))
    const batch = await importAll('type-policies', file, options)
    expect(batch.counts).toEqual({ imported: 1 })
    const [row] = await importRows(batch.id, ['imported'])
    const now = await lookUpPolicy(row!.made![0]!.id)
    const before = await lookUpPolicy(row!.made![0]!.id, row!.made![0]!.version - 1)
    if (now.status !== 'found' || before.status !== 'found') throw new Error('not found')
    expect(now.record).toMatchObject({ title: { en: 'Another title', es: before.record.title.es }, binding: 'no' })
    const rest = ({
      title: _t,
      binding: _b,
      citations,
      version: _v,
      updatedAt: _u,
      path: _p,
      ...others
    }: typeof now.record) => ({
      ...others,
      citations: citations.map(({ fidelity: _f, ...citation }) => citation),
    })
    expect(rest(now.record)).toEqual(rest(before.record))
  })

  test('is rejected if it edits a column that is lossy for that record', async () => {
    const id = await preview(
      'type-policies',
      await changed('policies', () => ({ provisions_en: 'Others', status_history: 'adopted: 1999' })),
      options,
    )
    const [row] = await importRows(id, ['refused'])
    expect(Object.keys(row!.problems).sort()).toEqual(['provisions_en', 'status_history'])
  })

  test('reports an invalid code, date, name and number at its cell', async () => {
    const id = await preview(
      'type-statements',
      await changed('statements', () => ({ kind: 'Remrk', date_edtf: 'last week', place: 'Nowhere' })),
      options,
    )
    const [row] = await importRows(id, ['refused'])
    expect(Object.keys(row!.problems).sort()).toEqual(['date_edtf', 'kind', 'place'])
    expect(row!.problems.kind![0]!.choices).toEqual([{ value: 'remark', label: 'Remark' }])
  })

  test('imports any text unchanged', async () => {
    const words = fc
      .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
      .map((text) => `Summary ${text.replaceAll('\0', '')}`.trim())
    await fc.assert(
      fc.asyncProperty(words, async (summary) => {
        const id = await preview(
          'type-statements',
          await changed('statements', () => ({ summary_en: summary })),
          options,
        )
        const [row] = await importRows(id, ['ready'])
        expect(row!.entries[0]!.data).toMatchObject({ summary: { en: summary.replace(/\r\n?/g, '\n') } })
      }),
      { numRuns: 8 },
    )
  })
})

describe('a new row', () => {
  test('becomes a statement with its source, quote and position', async () => {
    const file = csv(
      [
        'kind',
        'channel',
        'summary_en',
        'topics',
        'speaker',
        'place',
        'place_state',
        'date_edtf',
        'wording',
        'positions',
        'source_url',
        'source_words',
        'source_fidelity',
      ],
      [
        'Remark',
        'Entrevista',
        'The mayor says that the city goes on.',
        'Federal enforcement; detainers',
        'Mike Johnston',
        'Denver',
        'CO',
        '2025-01',
        'we go on',
        'mass-removal: opposes',
        '',
        'He said: “we go on.”',
        'Reported word for word',
      ],
    )
    const id = await preview('type-statements', file, options)
    const [row] = await importRows(id, ['refused'])
    expect(Object.keys(row!.problems).sort()).toEqual(['source_url', 'topics'])
  })

  test('with codes, labels and names in either language is published', async () => {
    const { table } = await readFile(await exported('sources', 'csv'))
    const url = table.rows.map(({ cells }) => cells.url).find(Boolean)!
    const file = csv(
      [
        'Kind',
        'Medio',
        'Summary, English',
        'Topics',
        'Speaker',
        'Place',
        'Place, state',
        'Date, EDTF',
        'Preferred wording',
        'Positions',
        'First source, address',
        'First source, its words',
        'First source, fidelity of its words',
      ],
      [
        'Remark',
        'Entrevista',
        'The mayor says that the city goes on.',
        'detainers',
        'Mike Johnston',
        'Denver',
        'CO',
        '2025-01',
        'we go on',
        'mass-removal: opposes',
        url,
        'He said: “we go on.”',
        'Reported word for word',
      ],
    )
    const batch = await importAll('type-statements', file, options)
    expect(batch.counts).toEqual({ imported: 1 })
    const [row] = await importRows(batch.id, ['imported'])
    expect(await lookUpStatement(row!.made![0]!.id)).toMatchObject({
      record: {
        kind: 'remark',
        channel: 'interview',
        speakers: [{ official: { name: 'Mike Johnston' } }],
        places: [{ name: 'Denver, Colorado' }],
        variants: [
          {
            passages: ['we go on'],
            preferred: true,
            citation: { fidelity: 'reported_verbatim', found: 'not_checked' },
          },
        ],
        positions: [{ topic: 'mass-removal', position: 'opposes' }],
      },
    })
    expect((await importAll('type-statements', file, options)).counts).toEqual({ unchanged: 1 })
  })

  test('similar to a published record asks whether it is a duplicate', async () => {
    const file = csv(
      ['name', 'kind', 'jurisdiction', 'jurisdiction_state'],
      ['Omaha Police Department', 'police_department', 'Omaha', 'NE'],
    )
    const id = await preview('type-organizations', file, options)
    const [row] = await importRows(id, ['refused'])
    expect(row!.problems.id![0]!.choices!.map(({ label }) => label)).toEqual(['Omaha Police Department', 'Another one'])
  })
})
