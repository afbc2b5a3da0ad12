import { BlockList, isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { flatCopy } from '@/lib/platform/caching/lru'
import type { MinimalRequest } from '@/lib/platform/http/types'
import { currentHeaders, peerAddress } from '@/lib/platform/request-context/request-context'
import { settings } from '@/lib/platform/settings/settings'

/** The parts of a request that identify its client. */
export type RequestOrigin = Pick<MinimalRequest, 'headers' | 'peer'>

/** An address with the key of its client, and whether it belongs to a proxy named in TRUSTED_PROXIES. */
type Known = { key: string; isProxy: boolean }

/**
 * The key under which a client is rate limited: its IPv4 address, or its IPv6 /64. X-Forwarded-For is read from its end,
 * and only as far as named proxies wrote it: everything before may be made up.
 */
export function clientKey(origin: RequestOrigin, peer = origin.peer ?? peerAddress()): string {
  let client = peer === undefined ? unknownPeer() : addressOf(peer)
  if (!client?.isProxy) return client?.key ?? ''
  const hops = origin.headers.get('x-forwarded-for')?.split(',') ?? []
  while (client.isProxy && hops.length) {
    const before = addressOf(withoutPort(hops.pop()!.trim()))
    if (!before) break
    client = before
  }
  return client.key
}

/** The client of the request under way; undefined outside a request. */
export const currentCaller = (): string | undefined => {
  const headers = currentHeaders()
  return headers && clientKey({ headers })
}

/** `next start` without this server does not tell the peer. Proxies are named there only if it is behind one. */
const unknownPeer = (): Known => ({ key: '', isProxy: settings().trustedProxies.length > 0 })

let cache: { proxies: readonly string[]; list: BlockList; known: Map<string, Known> } | undefined

/** Cached, because one proxy sends every request and BlockList is slow. Null for what is no IP address. */
function addressOf(text: string): Known | null {
  if (!isIP(text)) return null
  const proxies = settings().trustedProxies
  if (cache?.proxies !== proxies || cache.known.size >= 1_000)
    cache = { proxies, list: blockListOf(proxies), known: new Map() }
  let known = cache.known.get(text)
  if (!known) {
    // An IPv4 address in an IPv6 one (::ffff:203.0.113.9) becomes the IPv4 address.
    const address = ipaddr.process(text)
    const isProxy = cache.list.check(address.toString(), address.kind())
    cache.known.set(flatCopy(text), (known = { key: keyOf(address), isProxy }))
  }
  return known
}

/** The first 64 bits of an IPv6 address: one household or server controls the whole /64. */
const keyOf = (address: ipaddr.IPv4 | ipaddr.IPv6): string =>
  address instanceof ipaddr.IPv4 ? address.toString() : (address as ipaddr.IPv6).parts.slice(0, 4).join(':')

/** Some proxies write the port behind the address: 203.0.113.9:4711, [2001:db8::7]:4711. */
const withoutPort = (text: string): string =>
  /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(text)?.slice(1).find(Boolean) ?? text

function blockListOf(proxies: readonly string[]): BlockList {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits) list.addSubnet(address, Number(bits), family)
    else list.addAddress(address, family)
  }
  return list
}
