// Hand-written: both formats are one template each, and feed libraries write no xml:lang.
import { escapeMarkup } from '@/lib/platform/text/escape-markup'

export type FeedEntry = {
  /** Stays the same when the entry changes, and when the site moves. */
  id: string
  title: string
  address: string
  published: string
  updated: string
  summary: string
}

export type Feed = {
  /** Stays the same when the site moves. */
  id: string
  title: string
  lang: string
  /** The page that the feed belongs to, and the feed's own addresses. */
  page: string
  atom: string
  json: string
  updated: string
  rights: string
  author: string
  entries: FeedEntry[]
}

/** RFC 4287. */
export const atomFeed = (feed: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
  <id>${escapeMarkup(feed.id)}</id>
  <title>${escapeMarkup(feed.title)}</title>
  <updated>${feed.updated}</updated>
  <author><name>${escapeMarkup(feed.author)}</name></author>
  <rights>${escapeMarkup(feed.rights)}</rights>
  <link rel="self" type="application/atom+xml" href="${escapeMarkup(feed.atom)}"/>
  <link rel="alternate" type="text/html" href="${escapeMarkup(feed.page)}"/>
${feed.entries.map(atomEntry).join('')}</feed>
`

const atomEntry = ({ id, title, address, published, updated, summary }: FeedEntry): string =>
  `  <entry>
    <id>${escapeMarkup(id)}</id>
    <title>${escapeMarkup(title)}</title>
    <link rel="alternate" type="text/html" href="${escapeMarkup(address)}"/>
    <published>${published}</published>
    <updated>${updated}</updated>
    <summary>${escapeMarkup(summary)}</summary>
  </entry>
`

/** JSON Feed 1.1. */
export const jsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    language: feed.lang,
    home_page_url: feed.page,
    feed_url: feed.json,
    authors: [{ name: feed.author }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.address,
      title: entry.title,
      content_text: entry.summary,
      date_published: entry.published,
      date_modified: entry.updated,
    })),
  })
