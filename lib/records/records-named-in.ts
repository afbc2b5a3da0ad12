import { typeOfLink } from '@/lib/records/record-links'

/** A record that a draft links to, with the path: "speakers.0.officialId". */
export type NamedRecord = { type: string; id: string; path: string }

/** All records that a draft links to, at any depth, each with the first path that links to it. */
export const recordsNamedIn = (data: unknown): NamedRecord[] => {
  const seen = new Map<string, NamedRecord>()
  for (const one of linksAt(data, '')) if (!seen.has(`${one.type}/${one.id}`)) seen.set(`${one.type}/${one.id}`, one)
  return [...seen.values()]
}

const linksAt = (data: unknown, path: string): NamedRecord[] => {
  if (Array.isArray(data)) return data.flatMap((one, at) => linksAt(one, join(path, at)))
  if (!isObject(data)) return []
  return Object.entries(data).flatMap(([name, value]) => {
    const type = typeOfLink(name)
    if (!type) return linksAt(value, join(path, name))
    const ids = Array.isArray(value) ? value : [value]
    return ids.flatMap((id) => (typeof id === 'string' && id ? [{ type, id, path: join(path, name) }] : []))
  })
}

const join = (path: string, name: string | number) => (path ? `${path}.${name}` : String(name))
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
