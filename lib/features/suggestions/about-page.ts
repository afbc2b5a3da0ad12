import type { Lang } from '@/lib/platform/i18n/locale'
import { titleOf } from '@/lib/records/titles'
import { recordAt } from '@/lib/features/social-preview/queries'

/** Page that a suggestion refers to. Falls back to the site for paths that are not record pages. */
export type AboutPage = { path: string; type: string | null; recordId: string | null; title: string | null }

const SITE: AboutPage = { path: '/', type: null, recordId: null, title: null }

export async function aboutPage(path: string, lang: Lang): Promise<AboutPage> {
  const pathname = path.replace(/^\/(en|es)(?=\/|$)/, '').split(/[?#]/, 1)[0]!
  if (!/^\/[a-z0-9\-/]{1,200}$/.test(pathname)) return SITE
  const lookup = await recordAt(pathname)
  if (lookup.status === 'moved') return aboutPage(lookup.path, lang)
  if (lookup.status === 'missing') return { ...SITE, path: pathname }
  const { type, record } = lookup.of
  return { path: record.path, type, recordId: record.id, title: titleOf(lookup.of, lang) }
}
