const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref|ref_src|cmpid|ocid)$/i

/**
 * An address without what does not change the document: scheme, case of the host, tracking parameters, their order,
 * the fragment, a slash at the end. Two addresses with the same key are taken for the same source.
 */
export const urlKey = (address: string): string => {
  const { host, pathname, searchParams } = new URL(address)
  for (const parameter of [...searchParams.keys()]) if (TRACKING.test(parameter)) searchParams.delete(parameter)
  searchParams.sort()
  const query = searchParams.size > 0 ? `?${searchParams}` : ''
  return `${host.toLowerCase()}${pathname.replace(/(?<!\/)\/+$/, '')}${query}`
}
