import { COLLECTIONS } from '@/lib/records/collections'

/** Every record type, each with a list at its name. */
export const LISTS = Object.keys(COLLECTIONS)

/** Those whose records have the record type in their address: a place's says where it is. */
export const RECORD_TYPES = LISTS.filter((type) => type !== 'jurisdictions')
