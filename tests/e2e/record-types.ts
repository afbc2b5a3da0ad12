import { COLLECTIONS } from '@/lib/records/collections'

/** Every room, each with a list at its name. */
export const LISTS = Object.keys(COLLECTIONS)

/** Those whose records have the room in their address: a place's says where it is. */
export const ROOMS = LISTS.filter((room) => room !== 'jurisdictions')
