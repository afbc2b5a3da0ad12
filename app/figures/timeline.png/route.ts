import { pngResponse } from '../respond'
import { timelineFigure } from '../timeline-figure'

export const dynamic = 'force-dynamic'

export const GET = async (request: Request): Promise<Response> => pngResponse(await timelineFigure(request))
