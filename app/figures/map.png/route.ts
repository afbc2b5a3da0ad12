import { pngResponse } from '../respond'
import { mapFigure } from '../map-figure'

export const dynamic = 'force-dynamic'

export const GET = (request: Request): Promise<Response> => mapFigure(request, 'png', pngResponse)
