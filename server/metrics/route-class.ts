import type { RequestInfo } from '@/server/request-info'
import { isHealthPath } from '@/server/stages/error-log'
import { BUILD_ASSETS } from '@/server/stages/serve-build-asset'

const CLASSES = [
  ['api', /^\/api(\/|$)/],
  ['embed', /^\/embed(\/|$|\.js$)/],
  ['picture', /^\/(og|figures)\//],
  ['feed', /\.(atom|feed\.json)$/],
  ['download', /\.(csv|json|xlsx|zip)$/],
  ['form', /^\/suggest(\/|$)/],
] as const satisfies readonly (readonly [string, RegExp])[]

export const ROUTE_CLASSES = ['asset', 'health', 'admin', ...CLASSES.map(([name]) => name), 'page'] as const
export type RouteClass = (typeof ROUTE_CLASSES)[number]

/** The kind of route of a request. It is a label of metrics, so it never holds anything that a stranger can choose. */
export function routeClassOf({ path }: Pick<RequestInfo, 'path'>): RouteClass {
  if (path.startsWith(BUILD_ASSETS)) return 'asset'
  if (isHealthPath(path)) return 'health'
  if (/^\/(admin|api\/auth|api\/admin)(\/|$)/.test(path)) return 'admin'
  const unprefixed = path.replace(/^\/es(?=\/|$)/, '')
  return CLASSES.find(([, pattern]) => pattern.test(unprefixed))?.[0] ?? 'page'
}

/** The status as a label; "aborted" where the client left before the response began. */
export const statusLabel = (status: number, hasBegun: boolean): string =>
  hasBegun && Number.isInteger(status) && status >= 100 && status <= 599 ? String(status) : 'aborted'
