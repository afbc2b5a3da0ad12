import { COLLECTIONS } from '@/lib/records/collections'

/** Every record type; its list is at its name. */
export const LISTS = Object.keys(COLLECTIONS)

/** The record types with their name in a record's URL. A place's URL is its location. */
export const RECORD_TYPES = LISTS.filter((type) => type !== 'jurisdictions')
