import { UPLOAD_LIMITS } from '@/lib/platform/settings/upload-limits'

/** The server's rules for one part of the site. */
export type RoutePolicy = {
  /** Responses are the same for every reader: no cookie in or out, and shared caches may store them. */
  public: boolean
  methods: readonly string[]
  /** CSP's frame-ancestors. */
  frameAncestors: string
  /** Pages are sent without Next's scripts. */
  stripClientRuntime: boolean
  /** Other sites' pages may send writes, because nothing there changes anything. */
  allowCrossOriginWrites: boolean
  maxBodyBytes: number
}

/** The longest body without a session; no public form needs more. */
export const ANONYMOUS_BODY_LIMIT = 256 * 1024

const READ = ['GET', 'HEAD']
const ALL = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const PAGES: RoutePolicy = {
  public: true,
  methods: READ,
  frameAncestors: "'none'",
  stripClientRuntime: true,
  allowCrossOriginWrites: false,
  maxBodyBytes: 1024 * 1024,
}
const ADMIN: RoutePolicy = { ...PAGES, public: false, methods: ALL, stripClientRuntime: false }

const FILES: RoutePolicy = { ...PAGES, methods: [...READ, 'OPTIONS'] }

/** The first match decides; every other path is a public page. */
const POLICIES: [path: RegExp, policy: RoutePolicy][] = [
  // Above the file limit, so that an editor with a slightly larger file gets an explanation on a page.
  [/^\/admin\/imports\/upload$/, { ...ADMIN, maxBodyBytes: 1.5 * UPLOAD_LIMITS.file }],
  [/^\/admin(\/|$)/, ADMIN],
  [/^\/api\//, { ...PAGES, methods: ALL, allowCrossOriginWrites: true }],
  [/^\/download\/./, FILES],
]

/** The same for paths that exist in each language, without its prefix. */
const TRANSLATED_POLICIES: typeof POLICIES = [
  [/\.(csv|json|xlsx|atom|zip)$/, FILES],
  [/^\/embed\/./, { ...PAGES, frameAncestors: '*' }],
  // A receipt's page is private to its reader.
  [/^\/suggest\/[^/]+$/, { ...PAGES, public: false }],
  [/^\/suggest$/, { ...PAGES, methods: [...READ, 'POST'] }],
]

/** The policy of a path in normal form (server/stages/check-url.ts). */
export function routePolicyFor(path: string): RoutePolicy {
  const unprefixed = path.replace(/^\/(en|es)(?=\/|$)/, '')
  const matching =
    POLICIES.find(([pattern]) => pattern.test(path)) ??
    TRANSLATED_POLICIES.find(([pattern]) => pattern.test(unprefixed))
  return matching?.[1] ?? PAGES
}
