import { Agent, request } from 'node:http'

export type Answer = { status: number; location: string; retryAfter: string; cookies: string[]; body: string }
type RequestOptions = { method?: string; headers?: Record<string, string>; body?: Buffer }

/** A load balancer in front of the servers. */
export const ORIGIN = 'http://record.example'

const agent = new Agent({ keepAlive: true })
export const hangUp = (): void => agent.destroy()

/** Sends a request to one server. */
export const ask = (port: number, path: string, { method = 'GET', headers, body }: RequestOptions = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const all = { host: new URL(ORIGIN).host, origin: ORIGIN, ...headers }
    const sent = request({ host: '127.0.0.1', port, path, method, headers: all, agent, timeout: 120_000 }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
      res.on('end', () => {
        const { location = '', 'retry-after': retryAfter = '', 'set-cookie': set = [] } = res.headers
        const cookies = set.map((one) => one.split(';', 1)[0]!)
        resolve({ status: res.statusCode!, location, retryAfter, cookies, body: Buffer.concat(chunks).toString() })
      })
    })
    sent.on('error', reject).on('timeout', () => sent.destroy(new Error('no answer')))
    sent.end(body)
  })

/** Sends a request like a load balancer: to one server, and to the other if the first does not respond. */
export async function askEither(ports: readonly number[], path: string, options?: RequestOptions) {
  const [first, second] = Math.random() < 0.5 ? ports : ports.toReversed()
  const answer = await ask(first!, path, options).catch(() => null)
  if (answer && answer.status < 500) return { answer, again: false }
  return { answer: await ask(second!, path, options).catch(() => null), again: true }
}

const ENTITIES: Record<string, string> = { '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const plain = (html: string) => html.replace(/&(quot|#x27|lt|gt|amp);/g, (one) => ENTITIES[one]!)

type FormPage = { from: number; path: string; cookie?: string; headers?: Record<string, string> }

/** Fills in the form of a page like a browser without JavaScript. Returns what posts it to a server. */
export async function openForm({ from, path, cookie = '', headers: more }: FormPage, fields: Record<string, string>) {
  const { body: page } = await ask(from, path, { headers: { cookie, ...more } })
  const [name] = Object.keys(fields)
  const form = page.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(`name="${name}"`))
  if (!form) throw new Error(`There is no form with ${name} at ${path}.`)
  const filled = new FormData()
  for (const [, key, value = ''] of form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g))
    filled.append(plain(key!), plain(value))
  for (const [key, value] of Object.entries(fields)) filled.set(key, value)
  const packed = new Response(filled)
  const headers = { cookie, ...more, 'content-type': packed.headers.get('content-type')! }
  const body = Buffer.from(await packed.arrayBuffer())
  return (to: number): Promise<Answer> => ask(to, path, { method: 'POST', headers, body })
}

/** Fills in the form of a page from one server and posts it to another. */
export const fillIn = async (
  { to, ...page }: FormPage & { to?: number },
  fields: Record<string, string>,
): Promise<Answer> => (await openForm(page, fields))(to ?? page.from)
