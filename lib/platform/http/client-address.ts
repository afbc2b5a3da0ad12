import { BlockList, isIPv6 } from 'node:net'
import type { MinimalRequest } from '@/lib/platform/http/types'
import { peerAddress } from '@/lib/platform/request-context/request-context'

/** A request, as far as it says who asks. */
export type RequestOrigin = Pick<MinimalRequest, 'headers' | 'peer'>

const near = new BlockList()
near.addSubnet('127.0.0.0', 8)
near.addSubnet('10.0.0.0', 8)
near.addSubnet('172.16.0.0', 12)
near.addSubnet('192.168.0.0', 16)
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')

const known = new Map<string, boolean>()

/** Remembered for the last ones: a proxy asks again and again, and the look-up takes longer than all the rest. */
const isNear = (address: string): boolean => {
  let is = known.get(address)
  if (is === undefined) {
    if (known.size >= 1_000) known.clear()
    known.set(address, (is = near.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')))
  }
  return is
}

/**
 * Who asks, as far as a limit needs to know: an address, or the network of an IPv6 one. A proxy of ours is near, and
 * wrote the last entry of X-Forwarded-For; what anybody else writes there is not believed.
 */
export function clientKey(asking: RequestOrigin, peer = plain(asking.peer ?? peerAddress() ?? '')): string {
  const forwarded = plain(asking.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '')
  const address = (!peer || isNear(peer)) && forwarded ? forwarded : peer
  return isIPv6(address) ? network(address) : address
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** The first 64 bits: one household or one server has all the rest. */
const network = (address: string): string => {
  const [head = '', tail] = address.split('::')
  const parts = head.split(':').filter(Boolean)
  const rest = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - parts.length - rest.length)
  return [...parts, ...Array<string>(zeros).fill('0'), ...rest]
    .slice(0, 4)
    .map((one) => parseInt(one, 16))
    .join(':')
}
