import type { Measure } from '../measure'
import { crowd } from './crowd'
import { csv, json } from './export'
import { facets } from './facets'
import { depth, list } from './list'
import { cached, listPage, placePage, recordPage } from './pages'
import { rate, stale, visible } from './publish'
import { changes, record } from './record'
import { everything, search, typing } from './search'
import { stress } from './stress'
import { STRESS_SIZE } from '../targets'

/** All measures, in the order of the report. */
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
  stress,
]

/** The measures of a run without `--only`: at the stress size only those with a stress target. */
export const measuresFor = (size: number): readonly Measure[] => (size >= STRESS_SIZE ? [facets, stress] : MEASURES)
