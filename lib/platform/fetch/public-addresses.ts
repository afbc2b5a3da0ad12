import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

const ORDINARY_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Returns true if an address belongs to the public internet; false in doubt. Addresses that embed another one
 * (IPv4-mapped, 6to4, NAT64, Teredo) count as not public.
 */
export const isPublicAddress = (address: string): boolean => {
  if (address.includes('%') || !isIP(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || (parsed as ipaddr.IPv6).match(ORDINARY_IPV6)
}

/** The IP address in a URL's host, without the brackets of IPv6; null for a name. */
export const addressInHost = (host: string): string | null => {
  const bare = host.replace(/^\[|\]$/g, '')
  return isIP(bare) ? bare : null
}
