import { lookup } from 'node:dns/promises'
import { addressInHost, isPublicAddress } from './public-addresses'
import { Unreadable } from './failures'

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<string[]>

/** Where to connect: an address that was checked, and nothing else. */
export type ResolvedTarget = { url: URL; address: string }

const fromSystem: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address)

/**
 * Checks an address before anything is sent to it. Only http and https, the usual ports, no credentials, and a public
 * address: the name is looked up here, once, and the connection goes to what was found.
 * @throws Unreadable
 */
export async function resolveTarget(
  address: string | URL,
  { resolve = fromSystem, allowed = [] }: { resolve?: Resolve; allowed?: readonly string[] },
): Promise<ResolvedTarget> {
  const url = parsed(address)
  if (url.username || url.password) throw new Unreadable({ code: 'credentials' })
  const isAllowed = allowed.includes(url.origin)
  if (url.port && !isAllowed) throw new Unreadable({ code: 'port', detail: url.port })
  const host = url.hostname
  const written = addressInHost(host)
  const found = written ? [written] : await resolve(host.replace(/\.$/, '')).catch(() => [])
  if (!found.length) throw new Unreadable({ code: 'unknown_host', detail: host })
  // One private address among public ones is enough to be refused: nobody publishes news that way.
  if (!isAllowed && !found.every(isPublicAddress)) throw new Unreadable({ code: 'private' })
  return { url, address: found[0]! }
}

/** The parser of browsers: 0x7f.1, 2130706433 and 127.0.0.1 are one address after it. */
const parsed = (address: string | URL): URL => {
  const text = String(address).trim()
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new Unreadable({ code: 'not_an_address' })
  return new URL(text)
}
