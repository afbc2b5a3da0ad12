import { RECORD_TYPE_NAMES, type RecordTypeName } from '@/lib/records/registry'

/** The file formats of a list. */
export type FileFormat = 'csv' | 'xlsx' | 'json' | 'atom' | 'feed.json'

/** The URL of a list as a file: "/statements.csv?state=TX" for "/statements?state=TX". Null for other pages. */
export const listFileAddress = (path: string, format: FileFormat): string | null => {
  const [page = '', text = ''] = path.split('?')
  if (!(RECORD_TYPE_NAMES as readonly string[]).includes(page.slice(1) as RecordTypeName)) return null
  return `${page}.${format}${text && `?${text}`}`
}

/** The feeds of a page: of a list with its filters, or of the corrections. */
export const feedsOf = (path: string): { atom: string; json: string } | null => {
  if (path === '/about/corrections') return { atom: `${path}.atom`, json: `${path}.feed.json` }
  const atom = listFileAddress(path, 'atom')
  const json = listFileAddress(path, 'feed.json')
  return atom && json ? { atom, json } : null
}
