import { RECORD_TYPE_NAMES, type RecordTypeName } from '@/lib/records/registry'

/** The formats that the address of a list has beside the page. */
export type FileFormat = 'csv' | 'xlsx' | 'json' | 'atom' | 'feed.json'

/**
 * The address of a list in another format: "/statements?state=TX" is "/statements.csv?state=TX" as a file, all of it.
 * Null for what is no list.
 */
export const listFileAddress = (path: string, format: FileFormat): string | null => {
  const [page = '', text = ''] = path.split('?')
  if (!(RECORD_TYPE_NAMES as readonly string[]).includes(page.slice(1) as RecordTypeName)) return null
  return `${page}.${format}${text && `?${text}`}`
}

/** The feeds that a page names: those of its list with its filters, or that of the corrections. */
export const feedsOf = (path: string): { atom: string; json: string } | null => {
  if (path === '/about/corrections') return { atom: `${path}.atom`, json: `${path}.feed.json` }
  const atom = listFileAddress(path, 'atom')
  const json = listFileAddress(path, 'feed.json')
  return atom && json ? { atom, json } : null
}
