import type { ServerResponse } from 'node:http'

/** Gives a response a status for good: after a failed form Next sets 500 once more, when it has responded already. */
export const pinStatus = (res: ServerResponse, status: number): void =>
  void Object.defineProperty(res, 'statusCode', { get: () => status, set: () => {} })
