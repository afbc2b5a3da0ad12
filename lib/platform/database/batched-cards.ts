import { currentPublicRequest } from '@/lib/platform/request-context/request-context'
import { type Sql, sql } from './sql'

type Row = { list: number; card: unknown }

/** The lists that a request asked for since the event loop turned, and their answers in the same order. */
type Asked = { lists: Sql[]; answers: Promise<unknown[][]> }
const asked = new WeakMap<object, Asked>()

/**
 * The cards of a query that selects nothing but `card`, in its order. What one public page asks for at once goes to the
 * database as one question: to ask takes longer than to find a few cards.
 */
export const loadCards = async <R>(list: Sql): Promise<R[]> => {
  const request = currentPublicRequest()
  if (!request) return (await answersTo([list]))[0] as R[]
  let mine = asked.get(request)
  if (!mine) {
    const lists: Sql[] = []
    const answers = new Promise((resolve) => setImmediate(resolve)).then(() => {
      asked.delete(request)
      return answersTo(lists)
    })
    asked.set(request, (mine = { lists, answers }))
  }
  const at = mine.lists.push(list) - 1
  return (await mine.answers)[at] as R[]
}

const answersTo = async (lists: readonly Sql[]): Promise<unknown[][]> => {
  const rows = await lists
    .map((list, at) => sql`SELECT ${at}::int AS list, card FROM (${list}) cards`)
    .reduce((before, one) => sql`${before} UNION ALL ${one}`)
    .rows<Row>({ prepared: true })
  const answers: unknown[][] = lists.map(() => [])
  for (const { list, card } of rows) answers[list]!.push(card)
  return answers
}
