import { type Feed, atomFeed, jsonFeed } from '@/lib/platform/files/feeds'

/** A feed as Atom or JSON Feed. */
export const feedFile = (feed: Feed, format: string): Response => {
  const asAtom = format === 'atom'
  const type = asAtom ? 'application/atom+xml; charset=utf-8' : 'application/feed+json; charset=utf-8'
  return new Response(asAtom ? atomFeed(feed) : jsonFeed(feed), {
    headers: { 'Content-Type': type, Link: `<${feed.page}>; rel="alternate"; type="text/html"` },
  })
}
