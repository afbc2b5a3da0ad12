import {
  isBodyMarkedDecoded,
  markBodyDecoded,
  markBodyUnreadable,
} from '@/lib/platform/request-context/request-context'

type Context = { routeType?: string; renderSource?: string }

/** Next names these sources for what fails while a page is rendered. */
const PAGE_SOURCES = ['react-server-components', 'server-rendering']

/**
 * Called with each error while a request is answered. Next decodes the body of a server action before it calls the
 * action and renders the page. A POST that fails before either has a body that can't be decoded: cut off, or made by
 * hand. The message of the error plays no part.
 */
export const onRequestError = (_error: unknown, request: { method: string }, context: Context): void => {
  if (PAGE_SOURCES.includes(context.renderSource ?? '')) markBodyDecoded()
  if (request.method === 'POST' && context.routeType !== 'route' && !isBodyMarkedDecoded()) markBodyUnreadable()
}
