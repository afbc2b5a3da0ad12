import { deepEqual } from 'node:assert/strict'
import { askOk } from './timed-request'
import type { Bench } from './measure'

const json = async (address: string): Promise<unknown> => JSON.parse((await askOk(address)).body)

/** Checks that our response equals the reference's. A reference with a wrong answer would be no comparison. */
export async function agree<A>(
  bench: Bench,
  ours: string,
  theirs: string,
  what: (answer: A) => unknown,
): Promise<void> {
  const [one, other] = await Promise.all([json(bench.site.origin + ours), json(bench.reference.origin + theirs)])
  deepEqual(what(other as A), what(one as A), `${theirs} answers something else than ${ours}.`)
}
