import type { Measure } from '../measure'
import { depth, list } from './list'
import { cached, listPage, placePage, recordPage } from './pages'
import { changes, record } from './record'
import { everything, search, typing } from './search'

/** Everything that is measured, in the order of the table. */
export const MEASURES: readonly Measure[] = [
  list,
  depth,
  record,
  search,
  everything,
  typing,
  cached,
  listPage,
  recordPage,
  placePage,
  changes,
]
