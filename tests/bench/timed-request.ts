import { Agent, get } from 'node:http'
import { clientAddress } from './load'

/** `location` is the path of a redirect. */
export type Answer = { status: number; location: string; body: string; ms: number }

const agent = new Agent({ keepAlive: true })

/** Sends one timed GET request from one of many client addresses. */
export const ask = (address: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    get(address, { agent, headers: { 'x-forwarded-for': clientAddress(), ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        const to = response.headers.location
        const location = to ? new URL(to, address).pathname : ''
        resolve({ status: response.statusCode!, location, body, ms: performance.now() - began })
      })
    }).on('error', reject)
  })

/** Sends a request and throws unless the status is 200. */
export async function askOk(address: string, headers?: Record<string, string>): Promise<Answer> {
  const answer = await ask(address, headers)
  if (answer.status !== 200) throw new Error(`${address} returned ${answer.status}.`)
  return answer
}
