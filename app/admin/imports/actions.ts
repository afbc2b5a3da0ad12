'use server'

import { serverAction } from '@/app/server-action'
import { after } from 'next/server'
import { attempt, text } from '@/app/admin/form-action'
import type { FormState } from '@/components/admin/form-state'
import { continueImport } from '@/lib/features/imports/import-job'
import {
  beginImport,
  correctImport,
  discardImport,
  mapImport,
  revertImport,
  stopImport,
} from '@/lib/features/imports/commands'
import { importRows } from '@/lib/platform/imports/queries'
import { ROW_STATES } from '@/lib/platform/imports/batch-storage'
import { Forbidden } from '@/lib/platform/errors/errors'
import type { Actor } from '@/lib/platform/commands/permissions'

/** Time budget of the response. The rest runs after it, behind a progress page. */
const RESPONSE_BUDGET_MS = 2_500

const pageOf = (id: string): string => `/admin/imports/${id}`

/** Runs the import within the time budget and continues after the response. */
async function runImport(actor: Actor | null, id: string): Promise<string> {
  if (!actor) throw new Forbidden('record:import')
  await continueImport(actor, id, RESPONSE_BUDGET_MS)
  after(() => continueImport(actor, id))
  return pageOf(id)
}

/** Form fields with a prefix, by the rest of their names: "column:name" → name. */
const fieldsWithPrefix = (form: FormData, prefix: string): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === 'string' && value ? [[name.slice(prefix.length), value]] : [],
    ),
  )

export const mapColumns = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async (actor) => {
    const id = text(form, 'id')
    const sheet = text(form, 'sheet')
    const mapping = { id, columns: fieldsWithPrefix(form, 'column:'), options: fieldsWithPrefix(form, 'option:') }
    await mapImport(actor, sheet ? { ...mapping, sheet } : mapping)
    return runImport(actor, id)
  })
})

export const correct = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async (actor) => {
    const [id, row] = [text(form, 'id'), Number(text(form, 'row'))]
    await correctImport(actor, { id, row, column: text(form, 'column'), value: text(form, 'value') || null })
    const page = await runImport(actor, id)
    const [updated] = await importRows(id, ROW_STATES, row - 1, 1)
    // Redirects to the row in its new state, unless the row is still being processed.
    return updated && updated.state !== 'read' ? `${page}?show=${updated.state}&after=${row - 1}#row-${row}` : page
  })
})

export const begin = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async (actor) => {
    const id = text(form, 'id')
    await beginImport(actor, { id, checks: Number(text(form, 'checks')) })
    return runImport(actor, id)
  })
})

export const stop = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async (actor) => {
    await stopImport(actor, { id: text(form, 'id') })
    return pageOf(text(form, 'id'))
  })
})

export const revert = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async (actor) => {
    const id = text(form, 'id')
    await revertImport(actor, { id })
    return runImport(actor, id)
  })
})

export const resume = serverAction(async (form): Promise<FormState> => {
  return attempt(form, (actor) => runImport(actor, text(form, 'id')))
})

export const discard = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async (actor) => {
    await discardImport(actor, { id: text(form, 'id') })
    return '/admin/imports'
  })
})
