import { timingSafeEqual } from 'node:crypto'

/** Whether two secrets are the same, in a time that does not say where they differ. */
export function timingSafeEqualText(one: string | Buffer, other: string | Buffer): boolean {
  const [given, wanted] = [Buffer.from(one), Buffer.from(other)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
