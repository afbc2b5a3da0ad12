import { figureFile } from '@/components/public/figures/downloads'
import type { FigureFile } from '@/components/public/figures/figure-file'
import { timelineFile } from '@/components/public/figures/timeline-file'
import { timeline } from '@/lib/features/timeline/queries'
import { settings } from '@/lib/platform/settings/settings'
import { toCanonical } from '../og/canonical'
import { siteLang } from './site-lang'

type Respond = (figure: FigureFile) => Response | Promise<Response>

/** The timeline in the requested language: `?lang=es`. */
export async function timelineFigure(request: Request, ending: 'svg' | 'png', respond: Respond): Promise<Response> {
  const lang = siteLang(new URL(request.url).searchParams)
  const elsewhere = toCanonical(request, figureFile(`timeline.${ending}`, {}, lang))
  if (elsewhere) return elsewhere
  const { rows } = await timeline({ size: 500 })
  const asOf = rows.map((one) => one.record.updatedAt).reduce((a, b) => (a > b ? a : b), '')
  return respond(timelineFile({ entries: rows, asOf: asOf || null, site: new URL(settings().siteUrl).host, lang }))
}
