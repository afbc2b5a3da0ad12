import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

const ORDINARY_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address belongs to the public internet; whatever is not surely public is not. Addresses that carry
 * another one inside them (mapped, 6to4, NAT64, Teredo) lead to wherever that one leads, and are not either.
 */
export const isPublicAddress = (address: string): boolean => {
  if (address.includes('%') || !isIP(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || (parsed as ipaddr.IPv6).match(ORDINARY_IPV6)
}

/** The address that stands in the host of a URL, without the brackets of IPv6; null for a name. */
export const addressInHost = (host: string): string | null => {
  const bare = host.replace(/^\[|\]$/g, '')
  return isIP(bare) ? bare : null
}
