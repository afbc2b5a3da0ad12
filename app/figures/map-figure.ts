import { figureFile } from '@/components/public/figures/downloads'
import type { FigureFile } from '@/components/public/figures/figure-file'
import { mapFile } from '@/components/public/map/map-file'
import { STATES } from '@/lib/vocabularies/us-states'
import { stanceMap } from '@/lib/features/map/queries'
import { nationOutline, stateOutline } from '@/lib/features/map/shapes'
import { mapTopic } from '@/lib/features/map/topic'
import { settings } from '@/lib/platform/settings/settings'
import { toCanonical } from '../og/canonical'
import { siteLang } from './site-lang'

type Respond = (figure: FigureFile) => Response | Promise<Response>

/** The requested map: `?topic=detainers&state=tx&lang=es`. */
export async function mapFigure(request: Request, ending: 'svg' | 'png', respond: Respond): Promise<Response> {
  const query = new URL(request.url).searchParams
  const [lang, topic] = [siteLang(query), mapTopic(query.get('topic'))]
  const state = STATES.find((one) => one.usps.toLowerCase() === query.get('state')?.toLowerCase())
  const address = figureFile(`map.${ending}`, { topic, state: state?.usps.toLowerCase() }, lang)
  const elsewhere = toCanonical(request, address)
  if (elsewhere) return elsewhere
  const map = await stanceMap(topic, state?.usps)
  const outline = (state && stateOutline(state.usps)) ?? nationOutline()
  return respond(mapFile({ map, outline, state, site: new URL(settings().siteUrl).host, lang }))
}
