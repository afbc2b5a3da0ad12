import { svgResponse } from '../respond'
import { timelineFigure } from '../timeline-figure'

export const dynamic = 'force-dynamic'

export const GET = async (request: Request): Promise<Response> => svgResponse(await timelineFigure(request))
