import { deepEqual } from 'node:assert/strict'
import { askOk } from './ask'
import type { Bench } from './measure'

const json = async (address: string): Promise<unknown> => JSON.parse((await askOk(address)).body)

/** Our answer and the reference's are the same in what is compared: a faster wrong answer would be no reference. */
export async function agree<A>(
  bench: Bench,
  ours: string,
  theirs: string,
  what: (answer: A) => unknown,
): Promise<void> {
  const [one, other] = await Promise.all([json(bench.site.origin + ours), json(bench.reference.origin + theirs)])
  deepEqual(what(other as A), what(one as A), `${theirs} answers something else than ${ours}.`)
}
