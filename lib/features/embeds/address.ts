import { escapeMarkup } from '@/lib/platform/text/escape-markup'
import { STATES } from '@/lib/vocabularies/us-states'
import { pageAddress } from '@/lib/features/social-preview/address'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'
import type { Lang } from '@/lib/platform/i18n/locale'
import { idFromPath } from '@/lib/platform/http/slug'

const isList = (name: string | undefined) => (RECORD_TYPE_NAMES as readonly string[]).includes(name ?? '')
const isState = (name: string | undefined) => STATES.some((one) => one.usps.toLowerCase() === name)

const withQuery = (path: string, query: URLSearchParams): string => (query.size ? `${path}?${query}` : path)

/**
 * The embed path of a page: "/embed/statements?state=TX" for "/statements?state=TX", a record by its id, a state as
 * its map. Null for pages without an embed. Both paths are English and relative to the site.
 */
export const embedPath = (page: string): string | null => {
  const [path = '', text] = page.split('?')
  const [, first, second, ...more] = path.split('/')
  const query = new URLSearchParams(text)
  for (const name of ['after', 'version']) query.delete(name)
  if (more.length) return null
  if (second === undefined) {
    if (isList(first)) return withQuery(`/embed/${first}`, query)
    const topic = query.get('topic')
    if (first === 'map') return withQuery('/embed/map', new URLSearchParams(topic ? { topic } : {}))
    if (isState(first)) return `/embed/map?${new URLSearchParams({ state: first!, ...(topic && { topic }) })}`
    return null
  }
  const id = isList(first) && first !== 'jurisdictions' ? idFromPath(second) : null
  return id ? `/embed/${first}/${id}` : null
}

/** The initial height in pixels. It fits most embeds until they report their own. */
export const EMBED_HEIGHT = 640

type Frame = { embed: string; title: string; lang: Lang; width?: number; height?: number }

/** The iframe markup of an embed. Its script is optional and adjusts the height. */
export const embedLine = ({ embed, title, lang, width, height = EMBED_HEIGHT }: Frame): string =>
  `<iframe src="${escapeMarkup(pageAddress(lang, embed))}" title="${escapeMarkup(title)}" width="${width ?? '100%'}" ` +
  `height="${height}" style="border:0" loading="lazy"></iframe>` +
  `<script async src="${escapeMarkup(pageAddress('en', '/embed.js'))}"></script>`
