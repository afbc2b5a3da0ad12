// Imports nothing of Node, because browser bundles import some callers.
type Shared = { __localRecordResponse?: { getStore: () => object | undefined } }

/** Caches a function's result per request and arguments; outside a request it runs each time. */
export const memoizePerRequest = <Args extends readonly unknown[], Result>(work: (...args: Args) => Result) => {
  const requests = new WeakMap<object, Map<string, Result>>()
  return (...args: Args): Result => {
    const request = (globalThis as Shared).__localRecordResponse?.getStore()
    if (!request) return work(...args)
    const results = requests.get(request) ?? new Map<string, Result>()
    requests.set(request, results)
    const key = args.length ? JSON.stringify(args) : ''
    if (!results.has(key)) results.set(key, work(...args))
    return results.get(key)!
  }
}
