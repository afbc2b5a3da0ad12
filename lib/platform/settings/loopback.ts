import ipaddr from 'ipaddr.js'

/** Whether a host name or address reaches this computer only. */
export const isLoopback = (host: string): boolean => {
  const bare = host.replace(/^\[|\]$/g, '')
  if (!ipaddr.isValid(bare)) return /^([^.]+\.)*localhost\.?$/i.test(bare)
  return ipaddr.process(bare).range() === 'loopback'
}
