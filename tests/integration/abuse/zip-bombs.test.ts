import { afterAll, describe, expect, test } from 'vitest'
import { Invalid } from '@/lib/platform/errors/errors'
import { UPLOAD_LIMITS } from '@/lib/platform/settings/upload-limits'
import { readFile } from '@/lib/platform/files/read-file'
import { ENTITIES, sheet, sizesOf, workbook } from '@/tests/fixtures/zip-bombs'

let files = 0
afterAll(() => console.log(`${files} malicious files: rejected, or read as far as they are workbooks`))

const problemOf = async (file: Uint8Array): Promise<string> => {
  files += 1
  try {
    await readFile(file)
    return 'read'
  } catch (error) {
    return error instanceof Invalid ? error.issues.file![0]!.replace('imports.problem.', '') : String(error)
  }
}

describe('a malicious archive is rejected, or read as far as it is a workbook', () => {
  test('a part that declares a small size and unpacks to a large one', async () => {
    const file = Buffer.from(workbook({ 'xl/sharedStrings.xml': new Uint8Array(50_000_000) }))
    for (const size of [0, 1, 1_000, 49_999_999]) {
      file.writeUInt32LE(size, sizesOf(file, 'xl/sharedStrings.xml') + 4)
      expect(await problemOf(file)).toMatch(/unpacks_too_large|not_workbook/)
    }
  })

  test('any other false size or offset', async () => {
    const good = Buffer.from(workbook())
    const sizes = sizesOf(good, 'xl/workbook.xml')
    for (const value of [0, 1, 0x7fff_ffff, 0xffff_ffff])
      for (const offset of [sizes, sizes + 4, sizes + 22, good.length - 6]) {
        const file = Buffer.from(good)
        file.writeUInt32LE(value, offset)
        expect(await problemOf(file)).toMatch(/^(read|not_workbook|unpacks_too_large|empty|no_sheet)$/)
      }
    for (let cut = 0; cut < good.length; cut += 7) expect(await problemOf(good.subarray(0, cut))).not.toMatch(/Error/)
    for (let flip = 0; flip < good.length; flip += 3) {
      const file = Buffer.from(good)
      file[flip]! ^= 0xff
      expect(await problemOf(file)).not.toMatch(/Error/)
    }
  })

  test('thousands of parts', async () =>
    expect(
      await problemOf(
        workbook(Object.fromEntries(Array.from({ length: UPLOAD_LIMITS.parts }, (_, index) => [`x/${index}`, '']))),
      ),
    ).toBe('unpacks_too_large'))

  test('part names that would lead out of a folder', async () => {
    const names = ['../../etc/passwd', '/etc/passwd', 'xl/../../x', 'C:\\x', 'xl\\workbook.xml', 'a'.repeat(60_000)]
    expect(await problemOf(workbook(Object.fromEntries(names.map((name) => [name, 'x']))))).toBe('read')
    for (const target of names)
      expect(
        await problemOf(
          workbook({
            'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Target="${target}"/></Relationships>`,
          }),
        ),
      ).toBe('not_workbook')
  })

  test.each(Object.entries(ENTITIES))('XML with %s', async (_, xml) =>
    expect(await problemOf(workbook({ 'xl/sharedStrings.xml': xml }))).toBe('entities'),
  )

  test('elements nested 200,000 deep, closed or not', async () => {
    for (const end of ['', '</r>'.repeat(200_000)])
      expect(await problemOf(workbook({ 'xl/sharedStrings.xml': `<sst>${'<r>'.repeat(200_000)}${end}</sst>` }))).toBe(
        'read',
      )
    for (const fragment of [
      '<row ',
      '<c ',
      '<row><c><v>',
      '<c t="',
      "<c t='",
      '<row r="1"><c r="A1"',
      '<![CDATA[',
      '<t><rPh ',
    ])
      expect(
        await problemOf(workbook({ 'xl/worksheets/sheet1.xml': `<worksheet>${fragment.repeat(150_000)}` })),
      ).not.toMatch(/Error/)
  })

  test('a cell outside of any sheet', async () => {
    for (const place of ['ZZZZZZZZ1', 'XFD1', 'A99999999999', '1A', '', 'A0', 'A-1'])
      expect(
        await problemOf(
          workbook({
            'xl/worksheets/sheet1.xml': sheet(`<row r="3"><c r="${place}"><v>1</v></c></row>`),
          }),
        ),
      ).toMatch(/^(read|too_many_columns|too_many_rows)$/)
  })
})
