import { UPLOAD_LIMITS } from '@/lib/platform/settings/upload-limits'

/** A part of the site by its address, and what is different there. */
export type RoutePolicy = {
  /** Same for every reader: no cookie goes in or out, and caches may keep it. */
  public: boolean
  methods: readonly string[]
  /** Who may show its pages in a frame (CSP's frame-ancestors). */
  frameAncestors: string
  /** True where pages are sent without the framework's scripts: nothing on them waits for any. The admin area has them. */
  stripClientRuntime: boolean
  /** True where pages of other sites may send requests: nothing there changes anything. */
  allowCrossOriginWrites: boolean
  /** The bytes that may be sent along at most. */
  maxBodyBytes: number
}

/** The bytes that somebody may send along who was not signed in: no form of theirs has more. */
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

/** The first that fits counts; everything else is a public page. An address may begin with its language. */
const POLICIES: [begins: RegExp, area: RoutePolicy][] = [
  // A file that is not much too large is taken, so that its editor is told so on a page.
  [/^\/admin\/imports\/upload$/, { ...ADMIN, maxBodyBytes: 1.5 * UPLOAD_LIMITS.file }],
  [/^\/(admin|api\/auth|api\/admin)(\/|$)/, ADMIN],
  [/^\/api(\/|$)/, { ...PAGES, methods: ALL, allowCrossOriginWrites: true }],
  [/^\/embed(\/|$)/, { ...PAGES, frameAncestors: '*' }],
  [/\.(csv|json|xlsx|atom|zip)$/, { ...PAGES, methods: [...READ, 'OPTIONS'] }],
  // The page of a receipt is its reader's alone.
  [/^\/suggest\/./, { ...PAGES, public: false }],
  [/^\/suggest$/, { ...PAGES, methods: [...READ, 'POST'] }],
]

export function routePolicyFor(path: string): RoutePolicy {
  const plain = path.replace(/^\/(en|es)(?=\/|$)/, '')
  return POLICIES.find(([begins]) => begins.test(plain))?.[1] ?? PAGES
}
