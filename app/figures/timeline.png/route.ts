import { pngResponse } from '../respond'
import { timelineFigure } from '../timeline-figure'

export const dynamic = 'force-dynamic'

export const GET = (request: Request): Promise<Response> => timelineFigure(request, 'png', pngResponse)
