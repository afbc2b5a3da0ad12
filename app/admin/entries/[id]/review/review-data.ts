import { text } from '@/app/admin/form-action'
import { Invalid, type Issues } from '@/lib/platform/errors/errors'

export const reviewPath = (id: string): string => `/admin/entries/${encodeURIComponent(id)}/review`

/** Ids of the drafts to publish: the form's own draft first, then the selected ones. */
export const selectedDraftIds = (form: FormData): string[] => {
  const ids = [form.get('id'), ...form.getAll('with')].filter((one) => typeof one === 'string' && one !== '')
  return [...new Set(ids as string[])]
}

/** Save number of each draft as shown on the page, for the conflict check. */
export const savesIn = (form: FormData): Record<string, number> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      name.startsWith('save.') ? [[name.slice('save.'.length), Number(value)]] : [],
    ),
  )

/** Hash of each draft's content as shown on the page. */
export const contentsIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      name.startsWith('content.') && typeof value === 'string' ? [[name.slice('content.'.length), value]] : [],
    ),
  )

/** The announcement of the version and its reason, if the form has these fields. */
export const announcementIn = (form: FormData) => {
  const publishAs = text(form, 'publishAs')
  if (!publishAs) return null
  const [en, es] = [text(form, 'reason'), text(form, 'reason.es')]
  return { id: text(form, 'id'), publishAs, reason: en ? { en, ...(es && { es }) } : null }
}

/** Rewrites the keys of validation issues as links to the fields in the editor. */
export async function linkIssuesToFields<R>(done: Promise<R>): Promise<R> {
  try {
    return await done
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const issues: Issues = {}
    for (const [key, messages] of Object.entries(error.issues)) {
      const found = /^([a-z-]+)\/([0-9a-z]{10}): (.*)$/.exec(key)
      if (key === 'announce.reason') {
        issues.reason = messages
        continue
      }
      issues[found ? `/admin/entries/${found[1]}-${found[2]}#${found[3]}` : key] = messages
    }
    throw new Invalid(issues)
  }
}
