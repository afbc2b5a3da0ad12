import type { FigureFile } from '@/components/public/figures/figure-file'
import { timelineFile } from '@/components/public/figures/timeline-file'
import { timeline } from '@/lib/features/timeline/queries'
import { settings } from '@/lib/platform/settings/settings'
import { siteLang } from './site-lang'

/** The timeline in the requested language: `?lang=es`. */
export async function timelineFigure(request: Request): Promise<FigureFile> {
  const { rows } = await timeline({ size: 500 })
  const asOf = rows.map((one) => one.record.updatedAt).reduce((a, b) => (a > b ? a : b), '')
  const site = new URL(settings().siteUrl).host
  return timelineFile({ entries: rows, asOf: asOf || null, site, lang: siteLang(new URL(request.url).searchParams) })
}
