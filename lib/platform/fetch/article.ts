import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { paragraphsOf } from './paragraphs'
import { type PageMetadataFields, singleLine, metadataIn } from './page-metadata'
import { tidyText } from './tidy-text'

/** A page's metadata and the text of its article, with paragraphs. */
export type Article = PageMetadataFields & { text: string }

// More elements, or deeper nesting, than any article has. Parsing more would block the server.
const MAX_ELEMENTS = 20_000
const MAX_DEPTH = 200

/** A decoded document. */
export type Page = { finalUrl: string; kind: 'html' | 'text'; text: string }

/** The article on a page. Where none is found, its text is empty and the metadata may still be there. */
export const articleIn = ({ kind, text, finalUrl }: Page): Article => {
  if (kind === 'text') return { ...NOTHING, outlet: outletOf(finalUrl), text: tidyText(text) }
  const { document } = parseHTML(text)
  const metadata = metadataIn(document)
  const article = readability(text)
  return {
    ...metadata,
    title: metadata.title ?? (singleLine(article?.title ?? '') || null),
    outlet: metadata.outlet ?? outletOf(finalUrl),
    lang: metadata.lang ?? (article?.lang?.slice(0, 2).toLowerCase() || null),
    text: article?.content
      ? paragraphsOf(parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document)
      : '',
  }
}

/** Readability modifies its document, so it gets a copy. Null for a page that it can't read. */
const readability = (html: string) => {
  try {
    const { document } = parseHTML(html)
    if (isDeep(document.documentElement)) return null
    return new Readability(document as unknown as Document, { maxElemsToParse: MAX_ELEMENTS }).parse()
  } catch {
    return null
  }
}

const isDeep = (root: Element | null): boolean => {
  let level = root ? [root] : []
  for (let depth = 0; level.length; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((element) => [...element.children])
  }
  return false
}

const outletOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '')

const NOTHING: PageMetadataFields = { title: null, outlet: null, authors: [], published: null, lang: null }
