import type { IncomingMessage, ServerResponse } from 'node:http'
import { runWithResponse } from '@/lib/platform/request-context/request-context'
import type { Exchange, Stage, StageResult } from '@/server/exchange'
import { sendFailure, sendText } from '@/server/reject'
import { sendResponse, toRequest } from '@/server/route-matcher'

export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Sends the response of an earlier stage, else that of the route handler, else Next's. */
export const respond = (next: Handler): Stage => ({
  name: 'respond',
  run: async (exchange): Promise<StageResult> => {
    const { req, res, earlyResponse, route } = exchange
    try {
      if (earlyResponse) await sendResponse(res, earlyResponse)
      else if (route) await runWithResponse(res, async () => sendResponse(res, await route.handle(toRequest(req))))
      else await next(req, res)
    } catch (error) {
      exchange.error = error
      exchange.hasThrown = true
      fail(exchange)
    }
    return 'responded'
  },
})

const IS_DATA = /^\/(api|download|og|figures)\/|\.\w+$/

function fail({ res, info, route, discard }: Exchange): void {
  if (!discard()) res.destroy()
  else if (route || IS_DATA.test(info.path)) sendText(res, 500, 'Something went wrong on our side.')
  else sendFailure(res)
}
