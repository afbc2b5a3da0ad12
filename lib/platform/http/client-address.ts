import { BlockList, isIPv6 } from 'node:net'
import type { MinimalRequest } from '@/lib/platform/http/types'
import { peerAddress } from '@/lib/platform/request-context/request-context'

/** The parts of a request that identify its client. */
export type RequestOrigin = Pick<MinimalRequest, 'headers' | 'peer'>

const privateNetworks = new BlockList()
privateNetworks.addSubnet('127.0.0.0', 8)
privateNetworks.addSubnet('10.0.0.0', 8)
privateNetworks.addSubnet('172.16.0.0', 12)
privateNetworks.addSubnet('192.168.0.0', 16)
privateNetworks.addAddress('::1', 'ipv6')
privateNetworks.addSubnet('fc00::', 7, 'ipv6')

const isPrivateCache = new Map<string, boolean>()

/** Cached, because one proxy sends every request and BlockList is slow. */
const isPrivate = (address: string): boolean => {
  let result = isPrivateCache.get(address)
  if (result === undefined) {
    if (isPrivateCache.size >= 1_000) isPrivateCache.clear()
    isPrivateCache.set(address, (result = privateNetworks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')))
  }
  return result
}

/**
 * The key under which a client is rate limited: its IPv4 address, or its IPv6 /64. The last entry of X-Forwarded-For is
 * trusted only from a private address, which is our own proxy's.
 */
export function clientKey(
  origin: RequestOrigin,
  peer = withoutMappedPrefix(origin.peer ?? peerAddress() ?? ''),
): string {
  const forwarded = withoutMappedPrefix(origin.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '')
  const address = (!peer || isPrivate(peer)) && forwarded ? forwarded : peer
  return isIPv6(address) ? ipv6Network(address) : address
}

const withoutMappedPrefix = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** The first 64 bits of an IPv6 address: one household or server controls the whole /64. */
const ipv6Network = (address: string): string => {
  const [head = '', tail] = address.split('::')
  const parts = head.split(':').filter(Boolean)
  const rest = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - parts.length - rest.length)
  return [...parts, ...Array<string>(zeros).fill('0'), ...rest]
    .slice(0, 4)
    .map((part) => parseInt(part, 16))
    .join(':')
}
