import type { Stage } from '@/server/exchange'
import { sendText } from '@/server/reject'

/** Times out a response that has not started in time. A stream that has started may take longer. */
export const timeLimit = (milliseconds: number): Stage => ({
  name: 'time-limit',
  run: (exchange) => {
    const { req, res } = exchange
    const timer = setTimeout(() => {
      if (!exchange.discard()) return
      if (req.complete) return sendText(res, 503, 'This took too long. Please try again in a moment.')
      res.setHeader('Connection', 'close')
      sendText(res, 408, 'What was sent did not come to its end in time.')
    }, milliseconds)
    res.once('close', () => clearTimeout(timer))
  },
})
