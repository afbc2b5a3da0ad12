/** The record types with a list and a page for each record, as addresses name them. */
export const RECORD_TYPE_NAMES = [
  'jurisdictions',
  'statements',
  'policies',
  'stances',
  'officials',
  'organizations',
  'federal-actions',
  'sources',
  'labels',
] as const
export type RecordTypeName = (typeof RECORD_TYPE_NAMES)[number]

/** The public pages that are no record and no list. */
export const PAGES = [
  '/',
  '/timeline',
  '/data',
  '/feeds',
  '/about',
  '/about/methodology',
  '/about/codebook',
  '/about/corrections',
  '/about/api',
] as const
