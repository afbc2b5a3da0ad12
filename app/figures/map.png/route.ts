import { mapFigure } from '../map-figure'
import { pngResponse } from '../respond'

export const dynamic = 'force-dynamic'

export const GET = async (request: Request): Promise<Response> => pngResponse(await mapFigure(request))
