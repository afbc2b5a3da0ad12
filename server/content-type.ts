import type { ServerResponse } from 'node:http'

export const contentType = (res: ServerResponse): string => String(res.getHeader('Content-Type') ?? '')

export const isHtml = (res: ServerResponse): boolean => /^text\/html/i.test(contentType(res))
