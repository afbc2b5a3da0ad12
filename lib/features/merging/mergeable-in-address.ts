import { isMergeable } from './merge-values'

/** The record of a page's address, if records of its type can be merged. */
export const mergeableInAddress = (address: string): { type: string; id: string } | null => {
  const [, type = '', id = ''] = /(?:^|\/)([a-z-]+)\/([0-9a-z]{10})(?:$|[-?#/.])/.exec(address) ?? []
  return isMergeable(type) ? { type, id } : null
}
