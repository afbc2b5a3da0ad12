import { type Interval, overlaps } from '@/lib/text/edtf'
import type { Role } from './schema'

/** The interval in which a role was held. An unrecorded end is open. */
const heldFor = (role: Pick<Role, 'from' | 'to'>): Interval => ({
  earliest: role.from?.earliest ?? null,
  latest: role.to?.latest ?? null,
})

/**
 * The role that a person held at the time of a statement: the latest-starting of those that overlap it. Null if no
 * recorded role overlaps; the page then says so and shows no title.
 */
export const roleOn = <R extends Pick<Role, 'from' | 'to'>>(roles: readonly R[], when: Interval | null): R | null => {
  const held = roles.filter((role) => overlaps(heldFor(role), when ?? { earliest: null, latest: null }))
  const began = (role: R) => role.from?.earliest ?? ''
  return held.reduce<R | null>((last, role) => (last === null || began(role) > began(last) ? role : last), null)
}
