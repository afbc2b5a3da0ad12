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
  return held.toSorted((a, b) => compare(beginning(b), beginning(a)) || compare(end(b), end(a)))[0] ?? null
}

type Dated = Pick<Role, 'from' | 'to'>

/**
 * The one role to show for a person where no day is given: the role held on `today`, else the last one by date. The
 * order in which roles are stored does not matter.
 */
export const currentRole = <R extends Dated>(roles: readonly R[], today: string): R | null =>
  roleOn(roles, { earliest: today, latest: today }) ?? latestFirst(roles)[0] ?? null

/** Roles by their end, then by their beginning, the latest first. An unrecorded end is open. */
export const latestFirst = <R extends Dated>(roles: readonly R[]): R[] =>
  roles.toSorted((a, b) => compare(end(b), end(a)) || compare(beginning(b), beginning(a)))

const end = ({ to }: Dated): string => to?.latest ?? '9999'
const beginning = ({ from }: Dated): string => from?.earliest ?? ''
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b)
