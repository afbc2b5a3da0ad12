import { cleanText } from '@/lib/platform/text/clean-text'

/** A page's own metadata; null where it has none. */
export type PageMetadataFields = {
  title: string | null
  outlet: string | null
  authors: string[]
  /** EDTF, as precise as the page. */
  published: string | null
  lang: string | null
}

type Page = {
  querySelector: (selector: string) => Element | null
  querySelectorAll: (selector: string) => Iterable<Element>
  documentElement: Element
}

const MAX_AUTHORS = 20

/** Reads JSON-LD first, then meta elements. */
export const metadataIn = (document: Page): PageMetadataFields => {
  const article = articleOf(document)
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const found = document.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute('content')
      if (found?.trim()) return singleLine(found)
    }
    return null
  }
  const authors = [article.author]
    .flat()
    .map((one) => nameIn(one))
    .filter((one) => one !== null)
  const byline = meta('author', 'article:author', 'parsely-author')
  const time = document.querySelector('article time[datetime],time[datetime][pubdate],time[itemprop=datePublished]')
  const published =
    textIn(article.datePublished) ??
    meta('article:published_time', 'datePublished', 'date', 'dc.date', 'pubdate', 'parsely-pub-date') ??
    time?.getAttribute('datetime') ??
    null
  return {
    title:
      textIn(article.headline) ??
      meta('og:title', 'twitter:title') ??
      (singleLine(document.querySelector('title')?.textContent ?? '') || null),
    outlet: meta('og:site_name', 'application-name') ?? nameIn(article.publisher),
    // A byline that is a URL links to a profile and is not a name.
    authors: [...new Set(authors.length ? authors : byline && !/^https?:/.test(byline) ? [byline] : [])].slice(
      0,
      MAX_AUTHORS,
    ),
    published: published && edtfOf(published),
    lang: document.documentElement?.getAttribute('lang')?.slice(0, 2).toLowerCase() || null,
  }
}

/**
 * A page's timestamp as a day. The first hours of a day in UTC are still the day before in America: then the result is
 * the interval of both days.
 */
export const edtfOf = (stamp: string): string | null => {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]00:?00)?)?)?)?/.exec(
    stamp.trim(),
  )
  const [, year, month, day, hour, universal] = found ?? []
  if (!year || !Number.isFinite(Date.parse([year, month, day].filter(Boolean).join('-')))) return null
  if (!day) return month ? `${year}-${month}` : year
  const date = `${year}-${month}-${day}`
  if (!universal || Number(hour) > 10) return date
  const before = new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
  return `${before}/${date}`
}

type Json = Record<string, unknown>

/** The article among a page's JSON-LD blocks, else an empty object. */
const articleOf = (document: Page): Json => {
  const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      return [JSON.parse(script.textContent ?? '')].flat() as unknown[]
    } catch {
      return []
    }
  })
  const nodes = blocks.flatMap((block) => [
    block,
    ...[(block as Json | null)?.['@graph'] ?? []].flat(),
  ]) as (Json | null)[]
  const isArticle = (node: Json | null) =>
    [node?.['@type']].flat().some((type) => /Article|Report|BlogPosting/.test(String(type)))
  return nodes.find((node) => node !== null && typeof node === 'object' && isArticle(node)) ?? {}
}

const nameIn = (value: unknown): string | null =>
  textIn(value) ?? (typeof value === 'object' && value !== null ? textIn((value as Json).name) : null)

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && singleLine(value) ? singleLine(value) : null

/** Text on one line, cut to the length of a heading. */
export const singleLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim().slice(0, 500)
