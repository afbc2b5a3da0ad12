const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref|ref_src|cmpid|ocid)$/i

/**
 * Normalizes a URL: drops the scheme, the case of the host, tracking parameters, the order of parameters, the fragment
 * and a trailing slash. URLs with the same key count as the same source.
 */
export const urlKey = (address: string): string => {
  const { host, pathname, searchParams } = new URL(address)
  for (const parameter of [...searchParams.keys()]) if (TRACKING.test(parameter)) searchParams.delete(parameter)
  searchParams.sort()
  const query = searchParams.size > 0 ? `?${searchParams}` : ''
  return `${host.toLowerCase()}${pathname.replace(/(?<!\/)\/+$/, '')}${query}`
}
