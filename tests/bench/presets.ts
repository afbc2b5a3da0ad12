// Imports the real lists of the presets, twice each, into a database with the first content, and prints the states of the
// rows. The lists are not in this repository: pass their folder.
//
//   node --import tsx tests/bench/presets.ts /path/to/lists [part of the file names]
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { closePools, writePool } from '@/lib/platform/database/pool'
import type { RowProblems } from '@/lib/platform/imports/importer'
import { set } from '@/lib/platform/settings/settings'
import { openTestServer, withDatabase } from '@/scripts/postgres/databases'
import { contentTemplate, copyDatabase, dropDatabase } from '@/scripts/postgres/templates'

const LISTS: readonly (readonly [kind: string, path: string])[] = [
  ['agreements-287g', 'policy/ice_participatingAgencies07182025pm.xlsx'],
  ['congress-members', 'officials/congress_current.csv'],
  ['congress-terms', 'officials/congress_current_terms.csv'],
  ['census-gazetteer', 'gazetteer/states.csv'],
  ['census-gazetteer', 'gazetteer/counties.csv'],
  ['census-gazetteer', 'gazetteer/places.csv'],
  ['census-gazetteer', 'gazetteer/county_subdivisions_active.csv'],
  ['census-gazetteer', 'gazetteer/school_districts.csv'],
]

const ACTOR = { id: 'bench', role: 'administrator' } as const

const [folder, word = ''] = process.argv.slice(2)
if (!folder || !existsSync(folder)) throw new Error('Give the folder with the lists.')

const server = await openTestServer()
const name = `${server.prefix}${randomUUID().slice(0, 8)}`
await copyDatabase(server.admin, await contentTemplate(server), name)
set('DATABASE_URL', withDatabase(server.admin, name))
try {
  for (const [kind, path] of LISTS) {
    const file = join(folder, path)
    if (!path.includes(word) || !existsSync(file)) continue
    for (const time of ['first', 'second']) await importOnce(kind, file, time)
  }
} finally {
  await closePools()
  if (!process.env.KEEP) await dropDatabase(server.admin, name)
  await server.leave()
}

async function importOnce(kind: string, file: string, time: string): Promise<void> {
  const { startImport, mapImport, checkImport, beginImport, stepImport } =
    await import('@/lib/features/imports/commands')
  const { importBatch } = await import('@/lib/platform/imports/queries')
  const started = Date.now()
  const id = await startImport(ACTOR, { kind, fileName: basename(file), file: readFileSync(file) })
  const { columns, options } = (await importBatch(id))!.mapping
  await mapImport(ACTOR, { id, columns, options })
  const counts = await checkImport(ACTOR, { id })
  const checked = Date.now()
  await beginImport(ACTOR, { id })
  let steps = 0
  while ((await stepImport(ACTOR, { id })).left > 0) steps += 1
  const batch = (await importBatch(id))!
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`
  console.log(
    `\n${basename(file)}, ${time}: checked in ${seconds(started, checked)}, imported in ${seconds(checked, Date.now())}`,
  )
  console.log(' ', JSON.stringify({ ...counts, after: batch.counts, blank: batch.mapping.blank, steps }))
  await explain(id)
  if (time === 'second') await reportChangedRows(id)
}

/** The second import of a file should change nothing. */
async function reportChangedRows(id: string): Promise<void> {
  const { rows } = await writePool().query<{ row: number; title: string; made: unknown }>(
    `SELECT row, title, made FROM import_row WHERE batch_id = $1 AND state = 'imported' ORDER BY row LIMIT 10`,
    [id],
  )
  for (const { row, title, made } of rows) console.log(`  not unchanged: row ${row} ${title} ${JSON.stringify(made)}`)
}

/** Each kind of problem with its number of rows and two examples. */
async function explain(id: string): Promise<void> {
  const { rows } = await writePool().query<{ row: number; title: string; state: string; issues: RowProblems }>(
    `SELECT row, title, state, issues FROM import_row WHERE batch_id = $1 AND issues <> '{}' ORDER BY row`,
    [id],
  )
  const kinds = new Map<string, string[]>()
  for (const { row, title, state, issues } of rows)
    for (const [column, of] of Object.entries(issues))
      for (const { level, what, choices = [] } of of) {
        const key = `${level} ${state} ${column}: ${what.en.replace(/“[^”]*”|\d+/g, '…')}`
        const offered = choices.map(({ label }) => label).join(' | ')
        kinds.set(key, [...(kinds.get(key) ?? []), `row ${row} ${title}: ${what.en}${offered && ` [${offered}]`}`])
      }
  for (const [key, examples] of [...kinds].toSorted((a, b) => b[1].length - a[1].length)) {
    console.log(`  ${examples.length} × ${key}`)
    for (const one of examples.slice(0, process.env.ALL ? 1_000 : 2)) console.log(`      ${one}`)
  }
}
