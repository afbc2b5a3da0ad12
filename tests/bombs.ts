import { strToU8, zipSync } from 'fflate'

const SHEET =
  '<row r="1"><c t="inlineStr"><is><t>name</t></is></c></row><row r="2"><c t="inlineStr"><is><t>x</t></is></c></row>'

/** A workbook with one small sheet, and with other parts, or others in place of its own. */
export const workbook = (more: Record<string, string | Uint8Array> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': '<workbook><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${SHEET}</sheetData></worksheet>`,
        ...more,
      }).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  )

/** A sheet with more of these rows. */
export const sheet = (rows: string): string => `<worksheet><sheetData>${SHEET}${rows}</sheetData></worksheet>`

/** Where the directory of the archive keeps the sizes of a part: packed, then unpacked. */
export const sizesOf = (file: Buffer, part: string): number => file.lastIndexOf(part) - 46 + 20

let nothing: Uint8Array | undefined

/** An archive that unpacks to 210 MB of nothing; `claim` is what it says of that. */
export function liar(claim: number): Buffer {
  nothing ??= workbook({ 'xl/sharedStrings.xml': new Uint8Array(210_000_000) })
  const file = Buffer.from(nothing)
  file.writeUInt32LE(claim, sizesOf(file, 'xl/sharedStrings.xml') + 4)
  return file
}

export const ENTITIES: Record<string, string> = {
  'entities within entities': '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;&a;">]><sst><si><t>&c;</t></si></sst>',
  'an entity from a file': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>',
  'a DTD from elsewhere': '<!doctype x SYSTEM "http://127.0.0.1/x.dtd"><sst/>',
  'an entity in other letters': '<!Entity a "b"><sst/>',
}
