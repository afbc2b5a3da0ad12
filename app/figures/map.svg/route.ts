import { svgResponse } from '../respond'
import { mapFigure } from '../map-figure'

export const dynamic = 'force-dynamic'

export const GET = (request: Request): Promise<Response> => mapFigure(request, 'svg', svgResponse)
