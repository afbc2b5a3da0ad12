import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Lang } from '@/lib/platform/i18n/locale'
import { type MinimalRequest, type TextResponse, toWebResponse } from '@/lib/platform/http/types'
import type { Built } from '@/server/build-output'
import type { Params } from '@/server/route-matcher'
import { currentStatus } from '@/lib/platform/request-context/request-context'
import { Head } from '@/app/[lang]/head'
import type { PageMetadata } from '@/app/[lang]/metadata'
import { HtmlDocument } from '@/app/[lang]/document'

/** What a page's file exports, as Next knows it. */
type Page<Route = never> = {
  default: (route: Route) => ReactNode | Promise<ReactNode>
  generateMetadata: (route: Route) => PageMetadata | Promise<PageMetadata>
}

/** A handler that draws a page by React alone: the same HTML as Next makes, without what its readers don't get. */
export const drawn = (page: Page, lang: Lang, built: Built) => {
  const { default: view, generateMetadata: about } = page as unknown as Page<object>
  const answer = async ({ url }: MinimalRequest, params: Params): Promise<TextResponse> => {
    const route = { params: Promise.resolve({ ...params, lang }), searchParams: Promise.resolve(searchParams(url)) }
    try {
      const [metadata, children] = await Promise.all([about(route), view(route)])
      // Nothing below waits for anything: who asks is the page, not its parts.
      const html = renderToStaticMarkup(
        <HtmlDocument lang={lang} fonts={built.fonts} head={<Head metadata={metadata} styles={built.styles} />}>
          {children}
        </HtmlDocument>,
      )
      const headers = { 'Content-Type': 'text/html; charset=utf-8', Link: built.early }
      return { status: currentStatus(), headers, text: `<!DOCTYPE html>${html}` }
    } catch (error) {
      const redirect = redirectOf(error)
      if (!redirect) throw error
      const headers = { 'Content-Type': 'text/plain; charset=utf-8', Location: redirect.to }
      return { status: redirect.status, headers, text: `${redirect.to}\n` }
    }
  }
  return {
    GET: Object.assign(
      async (request: MinimalRequest, { params }: { params: Promise<Params> }) =>
        toWebResponse(await answer(request, await params)),
      { answer, isPage: true },
    ),
  }
}

/** The parameters of an address as pages are given them: a name that is there more than once has a list. */
const searchParams = (url: string) => {
  const { searchParams: given } = new URL(url)
  return Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const values = given.getAll(name)
      return [name, values.length > 1 ? values : values[0]!]
    }),
  )
}

/** Where Next's `redirect` and `permanentRedirect` lead: "NEXT_REDIRECT;replace;/statements;307;". */
const redirectOf = (error: unknown) => {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  const [, to, status] = /^NEXT_REDIRECT;\w+;(.*);(30\d);$/s.exec(digest) ?? []
  return to && status ? { to, status: Number(status) } : null
}
