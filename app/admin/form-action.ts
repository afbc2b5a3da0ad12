import { redirect } from 'next/navigation'
import type { FormState } from '@/components/admin/form-state'
import { adminMessages, localizeMessage } from '@/components/admin/admin-messages'
import type { Command } from '@/lib/platform/commands/command'
import type { Actor } from '@/lib/platform/commands/permissions'
import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { openLog } from '@/lib/platform/logging/log'
import { isDatabaseDownHere, setStatus } from '@/lib/platform/request-context/request-context'
import { settings } from '@/lib/platform/settings/settings'
import { serverAction } from '../server-action'
import { getAdminLocale, getSession } from './session'

/** Posted text values by field. Leaves out passwords, codes and React's own fields. */
const typed = (form: FormData): FormState['values'] => {
  const values: Record<string, string[]> = {}
  for (const [name, value] of form.entries())
    if (typeof value === 'string' && !name.startsWith('$') && !/password|code/i.test(name))
      (values[name] ??= []).push(value)
  return values
}

/** Maps an error to form state. Unexpected errors are logged and answered with a generic message. */
export async function failure(error: unknown, form: FormData): Promise<FormState> {
  const lang = await getAdminLocale()
  const t = adminMessages(lang)
  const base = { issues: {}, values: typed(form) }
  const localizeAll = (messages: string[]) => messages.map((message) => localizeMessage(lang, message))
  if (error instanceof Invalid) {
    const issues = Object.entries(error.issues).map(([field, messages]) => [field, localizeAll(messages)] as const)
    return { ...base, message: null, issues: Object.fromEntries(issues) }
  }
  if (error instanceof Forbidden)
    return { ...base, message: (await getSession()) ? forbiddenText(error, t) : t('frame.signedOut') }
  if (error instanceof NotFound || error instanceof Conflict)
    return { ...base, message: localizeMessage(lang, error.message) }
  if (isDatabaseUnavailable(error) || isDatabaseDownHere()) {
    setStatus(503)
    return { ...base, message: t('frame.away') }
  }
  openLog(settings().logLevel).error({ err: error }, 'a form failed')
  return { ...base, message: t('frame.failed') }
}

const forbiddenText = ({ permission }: Forbidden, t: ReturnType<typeof adminMessages>): string =>
  permission === 'record:publish-own' ? t('review.secondNeeded') : t('frame.notAllowedText')

/**
 * Server action that runs one command: reads the form, runs the command as the signed-in user (or `actor`), and
 * redirects to the page that `then` returns. On error the form gets the messages and every posted value.
 */
export const formAction = <R>(
  run: (...args: Parameters<Command>) => Promise<R>,
  read: (form: FormData) => unknown,
  then: (result: R, form: FormData) => string | Promise<string>,
  actor?: Actor,
) =>
  serverAction((form) =>
    attempt(form, async (sessionActor) => then(await run(actor ?? sessionActor, read(form)), form)),
  )

/** Runs `work` as the signed-in user and redirects to the path it returns. Errors become form state. */
export async function attempt(form: FormData, work: (actor: Actor | null) => Promise<string>): Promise<FormState> {
  let to: string
  try {
    to = await work((await getSession())?.actor ?? null)
  } catch (error) {
    return failure(error, form)
  }
  redirect(to)
}

/** A trimmed text field; an empty string if missing. */
export const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
