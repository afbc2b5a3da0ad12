import { zipSync, strToU8 } from 'fflate'
import { expect, test } from './admin'

const HEAD = ['STATE', 'LAW ENFORCEMENT AGENCY', 'TYPE', 'COUNTY', 'SUPPORT TYPE', 'SIGNED']
/** Counties of Alabama, as the list writes them. */
const COUNTIES = [
  'Autauga',
  'Baldwin',
  'Barbour',
  'Bibb',
  'Blount',
  'Bullock',
  'Butler',
  'Calhoun',
  'Chambers',
  'Cherokee',
  'Chilton',
  'Choctaw',
  'Clarke',
  'Clay',
  'Cleburne',
  'Coffee',
  'Colbert',
  'Conecuh',
  'Coosa',
  'Covington',
  'Crenshaw',
  'Cullman',
  'Dale',
  'Dallas',
  'DeKalb',
  'Elmore',
  'Escambia',
  'Etowah',
  'Fayette',
  'Franklin',
  'Geneva',
  'Greene',
  'Hale',
  'Henry',
  'Houston',
  'Jackson',
  'Jefferson',
  'Lamar',
  'Lauderdale',
  'Lawrence',
  'Lee',
]
const sheriff = (county: string, more: string[] = []) => [
  'ALABAMA',
  `${county} County Sheriff's Office`,
  'County',
  `${county} County`,
  'Task Force Model',
  '2025-06-25',
  ...more,
]

/** A list like ICE's: 41 valid rows, three invalid ones, and blank rows at its end. */
const list = (name: string) => {
  const rows = [
    HEAD,
    ...COUNTIES.map((county) => sheriff(county)),
    ['ALABAMA', "Limestone County Sheriff's Office", 'County', 'Limstone County', 'Task Force Model', '2025-06-25'],
    ['ALABAMA', 'Alabama State Police Department', 'Municipality', '#N/A', 'Task Force Model', '7/72025'],
    ['ALABAMA', "Lowndes County Sheriff's Office", 'County', 'Lowndes County', 'Model of tasks', '2025-06-25'],
  ]
  const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const cells = (row: string[]) => row.map((cell) => `<c t="inlineStr"><is><t>${xml(cell)}</t></is></c>`).join('')
  const sheet = rows.map((row, at) => `<row r="${at + 1}">${cells(row)}</row>`).join('') + '<row r="46"/><row r="47"/>'
  const buffer = Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    }),
  )
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer }
}

/** Validating or importing many rows during other tests is slow. */

test('an editor imports 41 valid rows, sees why 3 are invalid, undoes the import and repeats it without duplicates', async ({
  as,
}) => {
  const page = await as('editor')
  const file = list('participatingAgencies07182025pm.xlsx')
  const upload = async () => {
    await page.goto('/admin/imports')
    await page.getByRole('link', { name: 'New import' }).click()
    await page.getByLabel('287(g) agreements, list by ICE').check()
    await page.getByLabel('CSV or XLSX file').setInputFiles(file)
    await page.getByRole('button', { name: 'Read the file' }).click()
    await expect(page.getByRole('heading', { name: 'Which column is which' })).toBeVisible()
  }
  await upload()
  await expect(page.getByLabel('Agency (agency, needed)')).toHaveValue('LAW ENFORCEMENT AGENCY')
  await expect(page.getByLabel('Date of the list')).toHaveValue('2025-07-18')
  await expect(page.getByText('2 blank rows were left out')).toBeVisible()
  await page.getByRole('button', { name: 'Check the rows' }).click()

  await expect(page.getByRole('button', { name: 'Import 41 valid rows' })).toBeVisible()
  const bad = page.getByRole('article')
  await expect(bad).toHaveCount(3)
  await expect(bad.nth(0)).toContainText('Row 43')
  await expect(bad.nth(0)).toContainText('There is no “Limstone County” in Alabama.')
  await expect(bad.nth(0).getByLabel('Read it as')).toContainText('Limestone County, Alabama')
  await expect(bad.nth(1)).toContainText('it looks like “State Agency”')
  await expect(bad.nth(2)).toContainText('“Model of tasks” is none of the models')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Rows left out, with reasons (CSV, 3 rows)' }).click()
  const leftOut = await (await download).createReadStream()
  const parts: Buffer[] = []
  for await (const part of leftOut) parts.push(part as Buffer)
  const lines = Buffer.concat(parts).toString().trim().split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[1]).toContain('There is no “Limstone County” in Alabama.')

  await page.getByRole('link', { name: '41 ready' }).click()
  await expect(page.getByRole('article').first()).toContainText('Autauga County')
  await page.getByRole('button', { name: 'Import 41 valid rows' }).click()
  await expect(page.getByText('41 rows were imported.')).toBeVisible()

  const made = page.getByRole('article').filter({ hasText: 'Autauga' }).first()
  await page.getByRole('link', { name: '41 imported' }).click()
  await made.getByRole('link', { name: /287\(g\) agreement of the Autauga/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('287(g) agreement of the Autauga County Sheriff')
  const agreement = page.url()

  await upload()
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByText('No row would change anything.')).toBeVisible()
  await expect(page.getByRole('link', { name: '41 unchanged' })).toBeVisible()
  await page.getByRole('link', { name: 'Imported', exact: true }).click()

  await page.locator('.import-revert summary').click()
  await page.getByRole('button', { name: 'Undo the import' }).click()
  await expect(page.getByText('41 rows were undone.')).toBeVisible()
  const gone = await page.goto(agreement)
  expect(gone!.status()).toBe(410)
  await expect(page.getByText('This entry came with an import that was undone.')).toBeVisible()
})

test('without JavaScript a misspelled county is imported after an editor chooses the match', async ({ as }) => {
  const page = await as('editor', { script: false })
  await page.goto('/admin/imports/new')
  const field = page.getByLabel('CSV or XLSX file')
  await field.setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('STATE,TYPE') })
  await page.getByRole('button', { name: 'Read the file' }).click()
  await expect(page.getByRole('alert')).toContainText('The file has no rows.')
  await page.getByLabel('287(g) agreements, list by ICE').check()
  const rows = [
    HEAD,
    ['WYOMING', "Sweetwater County Sheriff's Office", 'County', 'Sweetwatr County', 'Task Force Model', '7/72025'],
  ]
  const buffer = Buffer.from(rows.map((row) => row.join(';')).join('\n'))
  await field.setInputFiles({ name: 'wyoming.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Read the file' }).click()
  await page.getByRole('button', { name: 'Check the rows' }).click()
  const row = page.getByRole('article')
  await expect(row).toContainText('There is no “Sweetwatr County” in Wyoming.')
  await row.getByLabel('Read it as').selectOption('Sweetwater County, Wyoming')
  await row.getByRole('button', { name: 'Use' }).click()
  await expect(page.getByText('Read as “Sweetwater County”, by your choice.')).toBeVisible()
  await expect(page.getByText('“7/72025” is no date.')).toBeVisible()
  await page.getByRole('button', { name: 'Import one valid row' }).click()
  await expect(page.getByText('One row was imported.')).toBeVisible()
})

test('a contributor cannot open imports', async ({ as }) => {
  const page = await as('contributor')
  const answer = await page.goto('/admin/imports')
  expect(answer!.status()).toBe(403)
  const upload = await page.request.post('/admin/imports/upload', {
    multipart: { kind: 'type-sources', file: list('a.xlsx') },
    headers: { origin: new URL(page.url()).origin },
    maxRedirects: 0,
  })
  expect(upload.headers().location).toContain('notAllowed')
})
