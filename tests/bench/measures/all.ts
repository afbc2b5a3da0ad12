import type { Measure } from '../measure'
import { crowd } from './crowd'
import { csv, json } from './export'
import { facets } from './facets'
import { depth, list } from './list'
import { cached, listPage, placePage, recordPage } from './pages'
import { rate, stale, visible } from './publish'
import { changes, record } from './record'
import { everything, search, typing } from './search'

/** Everything that is measured, in the order of the table. */
export const MEASURES: readonly Measure[] = [
  list,
  depth,
  record,
  facets,
  search,
  everything,
  typing,
  cached,
  listPage,
  recordPage,
  placePage,
  changes,
  csv,
  json,
  visible,
  stale,
  rate,
  crowd,
]
