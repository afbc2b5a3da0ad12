import { lookup } from 'node:dns/promises'
import { addressInHost, isPublicAddress } from './public-addresses'
import { Unreadable } from './failures'

/** Looks up all addresses of a name. */
export type Resolve = (host: string) => Promise<string[]>

/** A URL with the checked address to connect to. */
export type ResolvedTarget = { url: URL; address: string }

const fromSystem: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address)

/**
 * Checks a URL before a request: http or https, default ports, no credentials, a public address. The name is looked up
 * here once, and the connection goes to the result, so that DNS can't change in between.
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
  const literal = addressInHost(host)
  const addresses = literal ? [literal] : await resolve(host.replace(/\.$/, '')).catch(() => [])
  if (!addresses.length) throw new Unreadable({ code: 'unknown_host', detail: host })
  // One private address among public ones is enough to reject the host.
  if (!isAllowed && !addresses.every(isPublicAddress)) throw new Unreadable({ code: 'private' })
  return { url, address: addresses[0]! }
}

/** Parses as browsers do: 0x7f.1, 2130706433 and 127.0.0.1 become the same address. */
const parsed = (address: string | URL): URL => {
  const text = String(address).trim()
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new Unreadable({ code: 'not_an_address' })
  return new URL(text)
}
