import { Agent, get } from 'node:http'
import { reader } from './load'

/** `location` is the path where it leads on, where it does. */
export type Answer = { status: number; location: string; body: string; ms: number }

const agent = new Agent({ keepAlive: true })

/** Asks one thing, as one of many readers, and notes how long it took. */
export const ask = (address: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    get(address, { agent, headers: { 'x-forwarded-for': reader(), ...headers } }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece)).on('error', reject)
      response.on('end', () => {
        const body = Buffer.concat(pieces).toString()
        const to = response.headers.location
        const location = to ? new URL(to, address).pathname : ''
        resolve({ status: response.statusCode!, location, body, ms: performance.now() - began })
      })
    }).on('error', reject)
  })

/** The same for what has to be there. */
export async function found(address: string, headers?: Record<string, string>): Promise<Answer> {
  const answer = await ask(address, headers)
  if (answer.status !== 200) throw new Error(`${address} was answered with ${answer.status}.`)
  return answer
}
