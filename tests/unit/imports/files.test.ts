import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { BOM, csvRow } from '@/lib/platform/files/csv-write'
import { xlsx } from '@/lib/platform/files/xlsx-write'
import { Invalid } from '@/lib/platform/errors/errors'
import { separatorOf } from '@/lib/platform/files/csv-read'
import { readFile } from '@/lib/platform/files/read-file'
import { headingsOf } from '@/lib/platform/files/grid'

const text = async (content: string) => (await readFile(Buffer.from(content))).table
const problemOf = async (file: Uint8Array): Promise<string> => {
  try {
    await readFile(file)
    return 'none'
  } catch (error) {
    return error instanceof Invalid ? error.issues.file![0]! : String(error)
  }
}

describe('a CSV file', () => {
  test('is parsed with its BOM, separator and quotes, and rows have spreadsheet numbers', async () => {
    const table = await text(`${BOM}name;note\r\n\r\n"A; B";"two\r\nlines"\r\n;\r\nC;\r\n\r\n`)
    expect(table).toEqual({
      headings: ['name', 'note'],
      rows: [
        { row: 3, cells: { name: 'A; B', note: 'two\r\nlines' } },
        { row: 5, cells: { name: 'C' } },
      ],
      blank: 3,
    })
  })

  test('in Windows-1252, in UTF-16 or with tabs is parsed', async () => {
    expect((await readFile(Buffer.from('name\tplace\nPe\xf1a\tEl Paso\n', 'latin1'))).table.rows[0]!.cells).toEqual({
      name: 'Peña',
      place: 'El Paso',
    })
    expect((await readFile(Buffer.from('\uFEFFname,x\nGarcía,1\n', 'utf16le'))).table.rows[0]!.cells.name).toBe(
      'García',
    )
  })

  test('keeps leading zeros', async () => expect((await text('geoid\n09001\n')).rows[0]!.cells.geoid).toBe('09001'))

  test('with empty or duplicate headings gets unique column names', () =>
    expect(headingsOf(['Name', '', 'name', 'Name', ''])).toEqual([
      'Name',
      'Column B',
      'name (2)',
      'Name (3)',
      'Column E',
    ]))

  test('has its separator detected outside of quotation marks', () => {
    expect(separatorOf('"a,b,c";d;e\n1,2,3,4')).toBe(';')
    expect(separatorOf('a\tb')).toBe('\t')
  })

  test('that we write round-trips, whatever its cells', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((one) => one.replaceAll('\0', '').trim())
      .filter((one) => !/^\s*[=+\-@＝＋－＠]/.test(one))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const filled = rows.filter((row) => row.some(Boolean))
        fc.pre(filled.length > 0)
        const file = csvRow(['first', 'second']) + filled.map(csvRow).join('')
        expect((await text(file)).rows.map(({ cells }) => [cells.first ?? '', cells.second ?? ''])).toEqual(filled)
      }),
    )
  })
})

const bytes = async (pieces: AsyncIterable<Uint8Array>) => {
  const parts = []
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts)
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** A workbook of one sheet in the layout of spreadsheet applications. */
const workbook = (sheet: string, more: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': `<workbook xmlns="${MAIN}"><sheets><sheet name="One &amp; all" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="m/d/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        'xl/sharedStrings.xml':
          '<sst><si><t>name</t></si><si><r><t>Pe</t></r><r><t xml:space="preserve">ña </t></r><rPh><t>x</t></rPh></si></sst>',
        ...more,
      }).map(([path, content]) => [path, strToU8(content)]),
    ),
  )
const sheetOf = (rows: string, after = '') => `<sheetData>${rows}</sheetData>${after}`
const HEAD = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>what</t></is></c></row>'

describe('a workbook', () => {
  test('that we write round-trips: sheets, text, zeros and numbers', async () => {
    const file = await bytes(
      xlsx([
        {
          name: 'Data',
          rows: [
            ['geoid', 'n', 'b'],
            ['09001', 1.5, true],
            [null, null, null],
            ['=1+1', -2, false],
          ],
        },
        { name: 'Other', rows: [['x'], ['y']] },
      ]),
    )
    expect(await readFile(file)).toEqual({
      sheets: ['Data', 'Other'],
      sheet: 'Data',
      table: {
        headings: ['geoid', 'n', 'b'],
        rows: [
          { row: 2, cells: { geoid: '09001', n: '1.5', b: 'true' } },
          { row: 4, cells: { geoid: '=1+1', n: '-2', b: 'false' } },
        ],
        blank: 1,
      },
    })
    expect((await readFile(file, 'Other')).table.rows).toEqual([{ row: 2, cells: { x: 'y' } }])
    await expect(readFile(file, 'Third')).rejects.toThrow(Invalid)
  })

  test('has rich text, dates, leading zeros, formula results and errors as displayed', async () => {
    const cells = [
      '<c r="A3" t="s"><v>1</v></c><c r="B3" t="e"><v>#N/A</v></c>',
      '<c r="A4" s="2"><v>45833</v></c><c r="B4" s="3"><v>45833.5</v></c>',
      '<c r="A5" s="1"><v>9001</v></c><c r="B5" t="str"><f>A1&amp;"x"</f><v>a&lt;b</v></c>',
      '<c r="A6"><v>0.30000000000000004</v></c><c r="B6"/>',
    ].map((row, at) => `<row r="${at + 3}">${row}</row>`)
    const { table } = await readFile(
      workbook(sheetOf(HEAD + cells.join('') + '<row r="7"/><row r="9"><c r="A9" s="1"/></row>')),
    )
    expect(table.rows).toEqual([
      { row: 3, cells: { name: 'Peña', what: '#N/A' } },
      { row: 4, cells: { name: '2025-06-25', what: '2025-06-25T12:00:00' } },
      { row: 5, cells: { name: '09001', what: 'a<b' } },
      { row: 6, cells: { name: '0.3' } },
    ])
    expect(table.blank).toBe(3)
  })

  test('has the links of a column in a separate column', async () => {
    const { table } = await readFile(
      workbook(
        sheetOf(
          `${HEAD}<row r="3"><c r="B3" t="inlineStr"><is><t>link</t></is></c></row>`,
          '<hyperlinks><hyperlink ref="B3" r:id="rId9"/></hyperlinks>',
        ),
        {
          'xl/worksheets/_rels/sheet1.xml.rels':
            '<Relationships><Relationship Id="rId9" Target="https://example.org/?a=1&amp;b=2"/></Relationships>',
        },
      ),
    )
    expect(table.rows[0]!.cells).toEqual({ what: 'link', 'what (link)': 'https://example.org/?a=1&b=2' })
  })

  test('that declares entities is rejected', async () => {
    const file = workbook(sheetOf(HEAD), { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "b">]><sst/>' })
    expect(await problemOf(file)).toBe('imports.problem.entities')
  })

  test('that unpacks beyond the limit is not unpacked, whatever size it declares', async () => {
    const claiming = (size: number) => {
      const file = Buffer.from(workbook(sheetOf(HEAD), { 'xl/worksheets/sheet2.xml': ' '.repeat(2_000_000) }))
      file.writeUInt32LE(size, file.lastIndexOf('xl/worksheets/sheet2.xml') - 46 + 24)
      return file
    }
    expect(await problemOf(claiming(2_000_000))).toBe('imports.problem.empty')
    expect(await problemOf(claiming(300 * 1024 * 1024))).toBe('imports.problem.unpacks_too_large')
    expect(await problemOf(claiming(1_000))).toBe('imports.problem.unpacks_too_large')
  })
})

test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['headings alone', Buffer.from('a,b\n'), 'empty'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'old_workbook'],
  ['a picture', Buffer.from([0x89, 0x50, 0, 0]), 'binary'],
  ['another archive', Buffer.from(zipSync({ 'a.txt': strToU8('x') })), 'not_workbook'],
  ['half of a workbook', Buffer.from(zipSync({ 'a.txt': strToU8('x') })).subarray(0, 30), 'not_workbook'],
  ['too many columns', Buffer.from(`${'a,'.repeat(300)}a\n${'1,'.repeat(300)}1`), 'too_many_columns'],
  ['too many rows', Buffer.from(`a\n${'1\n'.repeat(50_001)}`), 'too_many_rows'],
  ['more than 20 MB', Buffer.alloc(21 * 1024 * 1024, 'a'), 'too_large'],
])('%s is rejected with its reason', async (_, file, problem) =>
  expect(await problemOf(file)).toBe(`imports.problem.${problem}`),
)

test('any bytes are parsed or rejected with a reason', () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (file) => {
      expect(await problemOf(file)).toMatch(/^(none$|imports\.problem\.)/)
    }),
  ))
