import type { Lang } from '@/lib/platform/i18n/locale'
import { titleOf } from '@/lib/records/titles'
import { recordAt } from '@/lib/features/social-preview/queries'

/** The page that a suggestion is about; the whole site where the path is no page of a record. */
export type AboutPage = { path: string; type: string | null; recordId: string | null; title: string | null }

const SITE: AboutPage = { path: '/', type: null, recordId: null, title: null }

export async function aboutPage(path: string, lang: Lang): Promise<AboutPage> {
  const plain = path.replace(/^\/(en|es)(?=\/|$)/, '').split(/[?#]/, 1)[0]!
  if (!/^\/[a-z0-9\-/]{1,200}$/.test(plain)) return SITE
  const found = await recordAt(plain)
  if (found.found === 'moved') return aboutPage(found.path, lang)
  if (found.found === 'nothing') return { ...SITE, path: plain }
  const { type, record } = found.of
  return { path: record.path, type, recordId: record.id, title: titleOf(found.of, lang) }
}
