/** The public pages that are neither a record nor a list. */
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
