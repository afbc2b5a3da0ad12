import type { ServerResponse } from 'node:http'
import { isBodyMarkedUnreadable } from '@/lib/platform/request-context/request-context'
import { pinStatus } from './pin-status'

export const UNREADABLE = Buffer.from('What was sent can’t be read.\n')

/** Answers a form that can't be parsed with 400 instead of Next's 500. */
export function settleUnreadable(res: ServerResponse): void {
  if (res.statusCode !== 500 || !isBodyMarkedUnreadable(res)) return
  pinStatus(res, 400)
  if (!/x-component/.test(String(res.getHeader('Content-Type'))))
    res.setHeader('Content-Type', 'text/plain; charset=utf-8')
}
