import type { UnresolvedReference } from '@/lib/platform/forms/unresolved-reference'
import type { RecordLabel } from './labels'

/** The most names of one form that are looked up. A person resolves them one by one, and each save looks up the next. */
export const MAX_LOOKED_UP = 20

/** The number of lookups at once: the database serves others too. */
const AT_ONCE = 2

type Asked = Pick<UnresolvedReference, 'type' | 'words'>

/** Candidates for the first unresolved references of a form, by path. The same name is looked up once. */
export async function referenceChoices(
  unresolved: readonly UnresolvedReference[],
  find: (asked: Asked) => Promise<readonly RecordLabel[]>,
): Promise<Record<string, readonly RecordLabel[]>> {
  const paths = new Map<string, { asked: Asked; at: string[] }>()
  for (const { path, type, words } of unresolved) {
    const key = `${type}/${words}`
    const known = paths.get(key)
    if (known) known.at.push(path)
    else if (paths.size < MAX_LOOKED_UP) paths.set(key, { asked: { type, words }, at: [path] })
  }
  const waiting = [...paths.values()]
  const found: [string, readonly RecordLabel[]][] = []
  const lookUp = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const choices = await find(next.asked)
      found.push(...next.at.map((path): [string, readonly RecordLabel[]] => [path, choices]))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lookUp))
  return Object.fromEntries(found)
}
