import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Fetched } from './fetch'
import { paragraphsOf } from './paragraphs'
import { type PageMetadataFields, singleLine, metadataIn } from './page-metadata'
import { tidyText } from './tidy-text'

/** What a page says of itself, and its text: the words as they stand there, paragraphs kept. */
export type Article = PageMetadataFields & { text: string }

// More elements, or more within each other, than any article has: reading them would keep the server from its work.
const MOST_ELEMENTS = 20_000
const DEEPEST = 200

/** The article on a page. Its text is empty where none was found; what the page says of itself may be there still. */
export const articleIn = ({ kind, text, finalUrl }: Fetched): Article => {
  if (kind === 'text') return { ...NOTHING, outlet: outletOf(finalUrl), text: tidyText(text) }
  const { document } = parseHTML(text)
  const said = metadataIn(document)
  const found = read(text)
  return {
    ...said,
    title: said.title ?? (singleLine(found?.title ?? '') || null),
    outlet: said.outlet ?? outletOf(finalUrl),
    lang: said.lang ?? (found?.lang?.slice(0, 2).toLowerCase() || null),
    text: found?.content
      ? paragraphsOf(parseHTML(`<!doctype html><html><body>${found.content}</body></html>`).document)
      : '',
  }
}

/** Readability changes the document that it reads, so it gets one of its own. Of a page it can't cope with, nothing. */
const read = (html: string) => {
  try {
    const { document } = parseHTML(html)
    if (isDeep(document.documentElement)) return null
    return new Readability(document as unknown as Document, { maxElemsToParse: MOST_ELEMENTS }).parse()
  } catch {
    return null
  }
}

const isDeep = (root: Element | null): boolean => {
  let level = root ? [root] : []
  for (let depth = 0; level.length; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap((element) => [...element.children])
  }
  return false
}

const outletOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '')

const NOTHING: PageMetadataFields = { title: null, outlet: null, authors: [], published: null, lang: null }
