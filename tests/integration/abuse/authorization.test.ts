import { beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '@/lib/features/commands'
import {
  beginImport,
  correctImport,
  discardImport,
  mapImport,
  revertImport,
  startImport,
  stepImport,
  stopImport,
} from '@/lib/features/imports/commands'
import { saveDrafts } from '@/lib/features/editing/commands'
import { bulkRun } from '@/lib/features/editing/bulk-queries'
import { endSession } from '@/lib/platform/auth/own-account'
import { type Actor, type Role, SYSTEM, VISITOR, can } from '@/lib/platform/commands/permissions'
import { markBulk, startBulk } from '@/lib/platform/publishing/bulk-runs'
import { testDatabase } from '../database'
import { draft, ids, inputs, makeWorld } from '../world'

const db = await testDatabase()
beforeAll(makeWorld)

const person = (role: Exclude<Role, 'system' | 'visitor'>, name: string = role): Actor => ({ id: name, role })
const ACTORS: (Actor | null)[] = [
  null,
  VISITOR,
  person('contributor'),
  person('editor'),
  person('administrator'),
  SYSTEM,
]

const rowCounts = async (): Promise<string> => {
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const counts = await Promise.all(tables.map(({ name }) => db.pool.query(`SELECT count(*)::int AS n FROM "${name}"`)))
  return JSON.stringify(tables.map(({ name }, index) => [name, counts[index]!.rows[0].n]))
}

describe('every command', () => {
  test('rejects every actor without the permission, whatever the input, and changes no row', async () => {
    const before = await rowCounts()
    let rejections = 0
    for (const run of COMMANDS)
      for (const actor of ACTORS.filter((one) => !can(one, run.permission)))
        for (const input of [
          {},
          { id: 'a', role: 'administrator', actor: SYSTEM, byId: 'system' },
          null,
          [],
          'x'.repeat(100_000),
        ]) {
          await expect(run(actor, input), run.commandName).rejects.toMatchObject({ name: 'Forbidden' })
          rejections++
        }
    expect(await rowCounts()).toBe(before)
    expect(rejections).toBeGreaterThan(800)
    console.log(`${COMMANDS.length} commands, ${rejections} rejections`)
  })

  test('never takes a role or an actor from its input, and no property of Object.prototype is a role', () => {
    for (const role of [
      '__proto__',
      'constructor',
      'toString',
      '',
      'Administrator',
      'administrator ',
      ['administrator'],
    ])
      for (const { permission } of COMMANDS) expect(can({ id: 'a', role: role as Role }, permission)).toBe(false)
  })

  test('rejects malformed input from actors with the permission, and changes no row', async () => {
    const before = await rowCounts()
    const inputs = [null, undefined, 1, 'text', [], [[]], JSON.parse('{"__proto__":{"id":"a"}}'), () => ({})]
    for (const run of COMMANDS)
      for (const input of inputs) {
        const actor = ACTORS.find((one) => can(one, run.permission))!
        await expect(run(actor, input), `${run.commandName} ${String(input)}`).rejects.toMatchObject({
          name: 'Invalid',
        })
      }
    expect(await rowCounts()).toBe(before)
  })
})

describe('what belongs to another person', () => {
  test('a bulk run cannot be continued by anyone else, not even an administrator', async () => {
    const mine = person('editor', 'one')
    const other = { ...inputs.labels, words: 'other words' }
    await saveDrafts(mine, { drafts: [draft('labels', ids.label, other, 1)] })
    const draftId = `labels-${ids.label}`
    const { id } = (await startBulk(mine, { kind: 'submit', ids: [draftId], count: 1, back: '/admin/entries' })) as {
      id: string
    }
    for (const actor of [person('contributor'), person('editor', 'two'), person('administrator')])
      await expect(markBulk(actor, { run: id, position: 0, message: 'x' })).rejects.toMatchObject({
        name: /NotFound|Forbidden|Invalid/,
      })
    expect((await bulkRun(id))!.items[0]!.state).toBe('waiting')
    for (const back of ['https://evil.example', '//evil.example', '/\\evil', 'javascript:x', '/admin/../x'])
      await expect(startBulk(mine, { kind: 'submit', ids: [draftId], count: 1, back })).rejects.toThrow()
  })

  test('a session cannot be ended by guessing its id', async () => {
    await db.pool.query(`INSERT INTO admin_user (id, name, email) VALUES ('owner', 'O', 'o@admin.example')`)
    await db.pool.query(
      `INSERT INTO admin_session (id, token, user_id, expires_at, updated_at) VALUES ('s', 't', 'owner', now() + interval '1 day', now())`,
    )
    for (const actor of [person('contributor'), person('editor'), person('administrator')])
      await expect(endSession(actor, { id: 's' })).rejects.toMatchObject({ name: 'NotFound' })
    expect((await db.pool.query(`SELECT 1 FROM admin_session WHERE id = 's'`)).rowCount).toBe(1)
  })

  test('no step of an import is open to anyone below an editor', async () => {
    const file = Buffer.from('words,labeller\nwelcoming,City of El Paso\n')
    const id = (await startImport(person('editor'), { kind: 'type-labels', fileName: 'a.csv', file })) as string
    const calls = [
      [mapImport, { id, columns: {}, options: {} }],
      [correctImport, { id, row: 2, column: 'words', value: 'x' }],
      [beginImport, { id }],
      [stepImport, { id }],
      [stopImport, { id }],
      [revertImport, { id }],
      [discardImport, { id }],
    ] as const
    const before = await rowCounts()
    for (const [run, input] of calls)
      for (const actor of [null, VISITOR, person('contributor')])
        await expect(run(actor, input), run.commandName).rejects.toMatchObject({ name: 'Forbidden' })
    expect(await rowCounts()).toBe(before)
  })
})
