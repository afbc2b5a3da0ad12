import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  beginImport,
  checkImport,
  correctImport,
  discardImport,
  mapImport,
  startImport,
} from '@/lib/features/imports/commands'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Conflict, Invalid } from '@/lib/platform/errors/errors'
import { importBatch } from '@/lib/platform/imports/queries'
import { changePolicy, sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { cases } from '@/tests/fixtures/thorough'
import { testDatabase } from '../database'
import { makeWorld } from '../world'
import { csv } from './importing'

// One person imports exactly what an administrator approved, and nothing else, if a second person is asked for.

const db = await testDatabase()
const editor: Actor = { id: 'editor', role: 'editor' }
const administrator: Actor = { id: 'administrator', role: 'administrator' }
const other: Actor = { id: 'other', role: 'administrator' }
const policy = (more: object = {}, actor = administrator) =>
  changePolicy(actor, { publishOwn: false, timeZone: 'UTC', ...more })

const KIND = 'agreements-287g'
const HEADINGS = ['STATE', 'LAW ENFORCEMENT AGENCY', 'TYPE', 'COUNTY', 'SUPPORT TYPE', 'SIGNED', 'MOA_URL', 'NOTES']
const MODELS = ['Task Force Model', 'Jail Enforcement Model']
const rows = MODELS.map((model) => [
  'TEXAS',
  'El Paso Police Department',
  'Municipality',
  '',
  model,
  '2025-02-01',
  'https://www.ice.example/doclib/elpaso.pdf',
  'Another Police Department',
])
const FILE = csv(HEADINGS, ...rows)
const NAME = 'participatingAgencies02182025.csv'
const sumOf = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex')
const approve = (line = `${sumOf(FILE)}  ${NAME}`, actor = administrator) =>
  policy({ approvedFiles: { [KIND]: line } }, actor)

let approvedEntries = ''
beforeAll(async () => {
  await makeWorld()
  await approve()
  approvedEntries = await entriesOf(await upload(editor, FILE, NAME))
  expect(approvedEntries).toContain('elpaso.pdf')
})
afterAll(() => changePolicy(administrator, { publishOwn: true, timeZone: 'UTC', approvedFiles: {} }))

async function upload(actor: Actor, file: Uint8Array, fileName: string, kind = KIND): Promise<string> {
  const id = await startImport(actor, { kind, fileName, file })
  const { mapping } = (await importBatch(id))!
  await mapImport(actor, { id, columns: mapping.columns, options: mapping.options })
  await checkImport(actor, { id })
  return id
}

/** The entries that the ready rows of an import would publish. */
const entriesOf = async (id: string): Promise<string> =>
  JSON.stringify(
    (await db.pool.query(`SELECT entries FROM import_row WHERE batch_id = $1 AND state = 'ready' ORDER BY row`, [id]))
      .rows,
  )

const cell = fc.constantFrom('El Paso County', 'Texas', '2025-03-01', 'Sheriff of El Paso', 'https://x.example/a', '')
const heading = fc.constantFrom('', ...HEADINGS)
const Step = fc.oneof(
  fc.record({
    kind: fc.constant('correct' as const),
    row: fc.constantFrom(2, 3),
    column: fc.constantFrom('agency', 'county', 'signed', 'agreement_link', 'place', 'list_row'),
    value: fc.option(cell),
  }),
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constantFrom('county', 'list_row', 'agreement_link', 'agency'),
    heading,
  }),
  fc.record({ kind: fc.constant('option' as const), name: fc.constantFrom('listDate', 'listUrl'), value: cell }),
)

test('whatever one person does to an approved file, they start its import only if it publishes what was approved', async () => {
  let [started, refused] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 4 }), fc.boolean(), async (steps, takesBack) => {
      const id = await upload(editor, FILE, NAME)
      for (const step of steps) {
        const { mapping } = (await importBatch(id))!
        const columns = step.kind === 'column' ? { ...mapping.columns, [step.column]: step.heading } : mapping.columns
        const options = step.kind === 'option' ? { ...mapping.options, [step.name]: step.value } : mapping.options
        const change =
          step.kind === 'correct'
            ? correctImport(editor, { id, row: step.row, column: step.column, value: step.value })
            : mapImport(editor, { id, columns, options })
        await change.catch((error: unknown) => expect(error).toBeInstanceOf(Invalid))
        await checkImport(editor, { id })
      }
      for (const step of takesBack ? steps : [])
        if (step.kind === 'correct') {
          await correctImport(editor, { id, row: step.row, column: step.column, value: null })
          await checkImport(editor, { id })
        }
      const begun = await beginImport(editor, { id }).then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(Conflict)
          return false
        },
      )
      if (begun) expect(await entriesOf(id)).toBe(approvedEntries)
      else await discardImport(administrator, { id })
      if (begun) started += 1
      else refused += 1
      if (!steps.length) expect(begun).toBe(true)
    }),
    {
      ...cases(12),
      examples: [
        [[], false],
        [[{ kind: 'correct', row: 2, column: 'county', value: 'Texas' }], true],
      ],
    },
  )
  expect([started > 0, refused > 0]).toEqual([true, true])
})

test('another file, however little differs, and the same file under another name or as another list, needs a second person', async () => {
  const begins = async (file: Uint8Array, name: string, kind = KIND, actor = editor) => {
    const id = await upload(actor, file, name, kind)
    return beginImport(actor, { id }).then(() => true, String)
  }
  await fc.assert(
    fc.asyncProperty(
      fc.nat(rows.length - 1),
      fc.nat(HEADINGS.length - 1),
      fc.stringMatching(/^[a-z ]{1,8}$/),
      async (row, column, more) => {
        const changed = rows.map((cells, at) => (at === row ? cells.with(column, `${cells[column]}${more}`) : cells))
        expect(await begins(csv(HEADINGS, ...changed), NAME)).toContain('imports.secondPerson')
      },
    ),
    cases(4),
  )
  expect(await begins(FILE, 'participatingAgencies02192025.csv')).toContain('imports.secondPerson')
  await policy({ approvedFiles: { 'congress-members': `${sumOf(FILE)}  ${NAME}` } })
  expect(await begins(FILE, NAME)).toContain('imports.secondPerson')
  await approve()
  expect(await begins(FILE, NAME)).toBe(true)
})

test('the administrator who approved a file is its second person, and not for a file that they bring themselves', async () => {
  const own = await upload(administrator, FILE, NAME)
  await expect(beginImport(administrator, { id: own })).rejects.toThrow('imports.secondPerson')
  // Saving the page again approves nothing anew.
  await approve(undefined, other)
  await expect(beginImport(administrator, { id: own })).rejects.toThrow('imports.secondPerson')
  const id = await upload(editor, FILE, NAME)
  await policy({ approvedFiles: {} }, other)
  await expect(beginImport(editor, { id })).rejects.toThrow('imports.secondPerson')
  await approve(`${sumOf(FILE).toUpperCase()} *${NAME} `, other)
  await beginImport(editor, { id })
  expect((await sitePolicy()).approvedFiles).toEqual({ [KIND]: { sha256: sumOf(FILE), fileName: NAME } })
  for (const line of [NAME, sumOf(FILE), `${sumOf(FILE).slice(1)}  ${NAME}`, `${sumOf(FILE)}\n${NAME}`])
    await expect(approve(line)).rejects.toThrow(Invalid)
})
