import { text } from '@/app/admin/form-action'
import { Invalid, type Issues } from '@/lib/platform/errors/errors'

export const reviewOf = (id: string): string => `/admin/entries/${encodeURIComponent(id)}/review`

/** The drafts that a form publishes: its own first, then those that are ticked. */
export const chosenIn = (form: FormData): string[] => {
  const ids = [form.get('id'), ...form.getAll('with')].filter((one) => typeof one === 'string' && one !== '')
  return [...new Set(ids as string[])]
}

/** The save of each draft that was on the screen. */
export const savesIn = (form: FormData): Record<string, number> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      name.startsWith('save.') ? [[name.slice('save.'.length), Number(value)]] : [],
    ),
  )

/** How the entry goes out, where the form asks for it. */
export const wordsFor = (form: FormData) => {
  const publishAs = text(form, 'publishAs')
  if (!publishAs) return null
  const [en, es] = [text(form, 'reason'), text(form, 'reason.es')]
  return { id: text(form, 'id'), publishAs, reason: en ? { en, ...(es && { es }) } : null }
}

/** What is wrong with a set of drafts, each issue as a link to its field in the editor. */
export async function leadingToFields<R>(done: Promise<R>): Promise<R> {
  try {
    return await done
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const issues: Issues = {}
    for (const [key, messages] of Object.entries(error.issues)) {
      const found = /^([a-z-]+)\/([0-9a-z]{10}): (.*)$/.exec(key)
      issues[found ? `/admin/entries/${found[1]}-${found[2]}#${found[3]}` : key] = messages
    }
    throw new Invalid(issues)
  }
}
