import { LIMITS } from '@/lib/platform/settings/upload-limits'

/** A part of the site by its address, and what is different there. */
export type Area = {
  /** Same for every reader: no cookie goes in or out, and caches may keep it. */
  public: boolean
  methods: readonly string[]
  /** Who may show its pages in a frame (CSP's frame-ancestors). */
  framedBy: string
  /** True where pages are sent without the framework's scripts: nothing on them waits for any. The desk has them. */
  light: boolean
  /** True where pages of other sites may send requests: nothing there changes anything. */
  open: boolean
  /** The bytes that may be sent along at most. */
  takes: number
}

/** The bytes that somebody may send along who was not signed in: no form of theirs has more. */
export const FROM_STRANGERS = 256 * 1024

const READ = ['GET', 'HEAD']
const ALL = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const PAGES: Area = { public: true, methods: READ, framedBy: "'none'", light: true, open: false, takes: 1024 * 1024 }
const DESK: Area = { ...PAGES, public: false, methods: ALL, light: false }

/** The first that fits counts; everything else is a public page. An address may begin with its language. */
const AREAS: [begins: RegExp, area: Area][] = [
  // A file that is not much too large is taken, so that its editor is told so on a page.
  [/^\/admin\/imports\/upload$/, { ...DESK, takes: 1.5 * LIMITS.file }],
  [/^\/(admin|api\/auth|api\/admin)(\/|$)/, DESK],
  [/^\/api(\/|$)/, { ...PAGES, methods: ALL, open: true }],
  [/^\/embed(\/|$)/, { ...PAGES, framedBy: '*' }],
  [/\.(csv|json|xlsx|atom|zip)$/, { ...PAGES, methods: [...READ, 'OPTIONS'] }],
  // The page of a receipt is its reader's alone.
  [/^\/suggest\/./, { ...PAGES, public: false }],
  [/^\/suggest$/, { ...PAGES, methods: [...READ, 'POST'] }],
]

export function areaOf(path: string): Area {
  const plain = path.replace(/^\/(en|es)(?=\/|$)/, '')
  return AREAS.find(([begins]) => begins.test(plain))?.[1] ?? PAGES
}
