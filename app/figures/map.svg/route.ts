import { mapFigure } from '../map-figure'
import { svgResponse } from '../respond'

export const dynamic = 'force-dynamic'

export const GET = async (request: Request): Promise<Response> => svgResponse(await mapFigure(request))
