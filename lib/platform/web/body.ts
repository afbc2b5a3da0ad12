import type { IncomingHttpHeaders } from 'node:http'
import type { Refusal } from './address'

/** Why what is sent along can't be taken, by its headers alone, so that none of it is read; null when it may be. */
export function refuseBody(most: number, headers: IncomingHttpHeaders): Refusal | null {
  if (headers['transfer-encoding'] !== undefined)
    return { status: 411, message: 'What is sent has to say its length (Content-Length).' }
  return Number(headers['content-length'] ?? 0) > most
    ? { status: 413, message: `What is sent is longer than ${Math.floor(most / 1024)} kB.` }
    : null
}
