import { redirect } from 'next/navigation'
import type { FormState } from '@/components/admin/form-state'
import { adminMessages, inWords } from '@/components/admin/admin-messages'
import type { Command } from '@/lib/platform/commands/command'
import type { Actor } from '@/lib/platform/commands/permissions'
import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { openLog } from '@/lib/platform/logging/log'
import { setStatus } from '@/lib/platform/request-context/request-context'
import { settings } from '@/lib/platform/settings/settings'
import { readFormData } from '../form-of'
import { getAdminLocale, getSession } from './session'

/** What a form holds, by field; without what a browser may not show again, and without React's own. */
const typed = (form: FormData): FormState['values'] => {
  const values: Record<string, string[]> = {}
  for (const [name, value] of form.entries())
    if (typeof value === 'string' && !name.startsWith('$') && !/password|code/i.test(name))
      (values[name] ??= []).push(value)
  return values
}

/** An error as a form is told it; what is ours to mend is logged, and says nothing of its inside. */
export async function failure(error: unknown, form: FormData): Promise<FormState> {
  const lang = await getAdminLocale()
  const t = adminMessages(lang)
  const told = { issues: {}, values: typed(form) }
  const said = (messages: string[]) => messages.map((message) => inWords(lang, message))
  if (error instanceof Invalid) {
    const issues = Object.entries(error.issues).map(([field, messages]) => [field, said(messages)] as const)
    return { ...told, message: null, issues: Object.fromEntries(issues) }
  }
  if (error instanceof Forbidden)
    return { ...told, message: (await getSession()) ? t('frame.notAllowedText') : t('frame.signedOut') }
  if (error instanceof NotFound || error instanceof Conflict) return { ...told, message: inWords(lang, error.message) }
  if (isDatabaseUnavailable(error)) {
    setStatus(503)
    return { ...told, message: t('frame.away') }
  }
  openLog(settings().logLevel).error({ err: error }, 'a form failed')
  return { ...told, message: t('frame.failed') }
}

/**
 * A server action that gives one command: reads the form, calls it as who is signed in (or as `actor`), and leads to
 * the page that `then` names. A refusal comes back to the form, with everything that was typed.
 */
export const formAction =
  <R>(
    run: (...given: Parameters<Command>) => Promise<R>,
    read: (form: FormData) => unknown,
    then: (result: R, form: FormData) => string | Promise<string>,
    actor?: Actor,
  ) =>
  async (state: FormState, sent: FormData): Promise<FormState> => {
    const form = readFormData(state, sent)
    return attempt(form, async (who) => then(await run(actor ?? who, read(form)), form))
  }

/** Does what a form asks for, as who is signed in, and leads to the page that `work` names; or says why not. */
export async function attempt(form: FormData, work: (who: Actor | null) => Promise<string>): Promise<FormState> {
  let to: string
  try {
    to = await work((await getSession())?.actor ?? null)
  } catch (error) {
    return failure(error, readFormData(form))
  }
  redirect(to)
}

/** One text of a form, trimmed; empty when it is missing. */
export const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
