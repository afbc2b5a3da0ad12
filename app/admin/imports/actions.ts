'use server'

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

/** So long the answer waits; what is left then goes on behind a page that shows the progress. */
const PATIENCE = 2_500

const pageOf = (id: string): string => `/admin/imports/${id}`

/** Begins what is to be done, and goes on with it behind the page. */
async function work(who: Actor | null, id: string): Promise<string> {
  if (!who) throw new Forbidden('record:import')
  await continueImport(who, id, PATIENCE)
  after(() => continueImport(who, id))
  return pageOf(id)
}

/** The fields of a form whose names begin so: "column:name" → name. */
const named = (form: FormData, prefix: string): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === 'string' && value ? [[name.slice(prefix.length), value]] : [],
    ),
  )

export async function mapColumns(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async (who) => {
    const id = text(form, 'id')
    const sheet = text(form, 'sheet')
    const given = { id, columns: named(form, 'column:'), options: named(form, 'option:') }
    await mapImport(who, sheet ? { ...given, sheet } : given)
    return work(who, id)
  })
}

export async function correct(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async (who) => {
    const [id, row] = [text(form, 'id'), Number(text(form, 'row'))]
    await correctImport(who, { id, row, column: text(form, 'column'), value: text(form, 'value') || null })
    const page = await work(who, id)
    const [now] = await importRows(id, ROW_STATES, row - 1, 1)
    // A row that is not what was meant yet, or is ready now: either way the page leads to it.
    return now && now.state !== 'read' ? `${page}?show=${now.state}&after=${row - 1}#row-${row}` : page
  })
}

export async function begin(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async (who) => {
    const id = text(form, 'id')
    await beginImport(who, { id })
    return work(who, id)
  })
}

export async function stop(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async (who) => {
    await stopImport(who, { id: text(form, 'id') })
    return pageOf(text(form, 'id'))
  })
}

export async function revert(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async (who) => {
    const id = text(form, 'id')
    await revertImport(who, { id })
    return work(who, id)
  })
}

export async function goOnNow(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, (who) => work(who, text(form, 'id')))
}

export async function discard(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async (who) => {
    await discardImport(who, { id: text(form, 'id') })
    return '/admin/imports'
  })
}
