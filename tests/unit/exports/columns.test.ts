import { describe, expect, test } from 'vitest'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'
import { columnsFor } from '@/lib/records/columns'
import { dictionary } from '@/lib/features/exports/dictionary'
import { fileName } from '@/lib/features/exports/file-name'
import { statementColumns } from '@/lib/records/statements/columns'
import { jurisdictionColumns } from '@/lib/records/jurisdictions/columns'
import { elPaso, place, statement } from '@/tests/unit/public-records'

const context = { site: 'https://record.example', geoids: new Map([[elPaso.id, '09001']]) }

describe.each(RECORD_TYPE_NAMES)('%s', (type) => {
  const columns = columnsFor(type)
  test('begins with id and permanent address, and ends with the version', () => {
    expect(columns.slice(0, 2).map((one) => one.name)).toEqual(['id', 'permalink'])
    expect(columns.slice(-3).map((one) => one.name)).toEqual(['version', 'published_at', 'updated_at'])
  })
  test('has unique lowercase names', () => {
    expect(new Set(columns.map((one) => one.name)).size).toBe(columns.length)
    for (const { name } of columns) expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
  })
  test('has a label in both languages, and the dictionary a row for each column', () => {
    for (const { label } of columns) expect(label.en && label.es).toBeTruthy()
    expect(dictionary(type, 'es')).toHaveLength(columns.length + 1)
  })
})

const rowOf = Object.fromEntries(statementColumns.map((one) => [one.name, one.value(statement, context)]))

test('a statement is flat: speaker, role, place, date, wording, source', () => {
  expect(rowOf).toMatchObject({
    id: statement.id,
    permalink: `https://record.example${statement.path}`,
    speaker: 'Ana Peña',
    role_en: 'Police Chief',
    place: 'El Paso, Texas',
    place_geoid: '09001',
    place_state: 'TX',
    source_outlet: 'The Paper',
    source_url: 'https://paper.example/chief',
    source_archive_url: null,
    version: 1,
  })
  expect(rowOf).toHaveProperty('date_edtf', statement.date!.edtf)
  expect(rowOf).toHaveProperty('date_earliest', statement.date!.earliest)
  expect(rowOf).toHaveProperty('wording_fidelity')
})

test('numbers stay numbers', () => {
  const cell = (name: string) => jurisdictionColumns.find((one) => one.name === name)!.value(place, context)
  expect(cell('lon')).toBe(-106.48693)
  expect(cell('geoid')).toBe('4824000')
})

test('a file is named for its filters and the date of its data', () => {
  expect(fileName({ type: 'statements', query: 'state=TX&topic=a%2Cb' }, '2026-11-22', 'csv')).toBe(
    'local-record-statements-state-TX-topic-a-b-2026-11-22.csv',
  )
  expect(fileName({ type: 'sources', query: '' }, '2026-11-22', 'xlsx')).toBe('local-record-sources-2026-11-22.xlsx')
})
