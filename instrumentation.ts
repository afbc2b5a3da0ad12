import { markBodyUnreadable, markOwnCodeRuns, ownCodeRuns } from '@/lib/platform/request-context/request-context'

type Context = { routeType?: string; renderSource?: string }

/** Next names these sources for what fails while a page is rendered. */
const PAGE_SOURCES = ['react-server-components', 'server-rendering']

/**
 * Called with each error while a request is answered. Next decodes the body of a server action before it calls the
 * action, and once more after the action returned, before it renders the page. A POST that fails while neither an action
 * nor a page of ours runs has a body that can't be decoded: cut off, or made by hand. The error's message plays no part.
 */
export const onRequestError = (_error: unknown, request: { method: string }, context: Context): void => {
  if (PAGE_SOURCES.includes(context.renderSource ?? '')) markOwnCodeRuns(true)
  if (request.method === 'POST' && context.routeType !== 'route' && !ownCodeRuns()) markBodyUnreadable()
}
