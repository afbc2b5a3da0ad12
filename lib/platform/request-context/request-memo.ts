// Nothing of Node's is imported: some of what asks this is drawn in a browser as well.
type Shared = { __localRecordResponse?: { getStore: () => object | undefined } }

/** Does a piece of work once for each request and what it is given, whoever draws the page; outside of one, each time. */
export const memoizePerRequest = <Given extends readonly unknown[], Made>(work: (...given: Given) => Made) => {
  const done = new WeakMap<object, Map<string, Made>>()
  return (...given: Given): Made => {
    const request = (globalThis as Shared).__localRecordResponse?.getStore()
    if (!request) return work(...given)
    const known = done.get(request) ?? new Map<string, Made>()
    done.set(request, known)
    const key = given.length ? JSON.stringify(given) : ''
    if (!known.has(key)) known.set(key, work(...given))
    return known.get(key)!
  }
}
