import type { FigureFile } from '@/components/public/figures/figure-file'
import { mapFile } from '@/components/public/map/map-file'
import { STATES } from '@/lib/vocabularies/us-states'
import { stanceMap } from '@/lib/features/map/queries'
import { nationOutline, stateOutline } from '@/lib/features/map/shapes'
import { mapTopic } from '@/lib/features/map/topic'
import { settings } from '@/lib/platform/settings/settings'
import { siteLang } from './site-lang'

/** The requested map: `?topic=detainers&state=tx&lang=es`. Invalid parameters are ignored. */
export async function mapFigure(request: Request): Promise<FigureFile> {
  const query = new URL(request.url).searchParams
  const state = STATES.find((one) => one.usps.toLowerCase() === query.get('state'))
  const map = await stanceMap(mapTopic(query.get('topic')), state?.usps)
  const outline = (state && stateOutline(state.usps)) ?? nationOutline()
  return mapFile({ map, outline, state, site: new URL(settings().siteUrl).host, lang: siteLang(query) })
}
