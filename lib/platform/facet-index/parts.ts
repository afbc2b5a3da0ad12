import type { ListQueryPart } from '@/lib/platform/lists/list-source'
import type { Segment } from './segment'

/** All records of some layers in runs of so many, in the order of their ids. */
export const filterParts = ([base, ...later]: readonly Segment[], size: number): ListQueryPart[] => {
  const changes: number[] = []
  let count = 0
  const add = (layer: Segment, row: number) => {
    const part = Math.floor(count++ / size)
    changes[part] = Math.max(changes[part] ?? 0, (layer.keys('updated_at') as Float64Array)[row]!)
  }
  const others = later
    .flatMap((layer) => Array.from(layer.alive.members(), (row) => ({ layer, row, id: layer.ids[row]! })))
    .toSorted((a, b) => a.id - b.id)
  let next = 0
  const addUntil = (id: number) => {
    for (; next < others.length && others[next]!.id < id; next++) add(others[next]!.layer, others[next]!.row)
  }
  for (let row = 0; row < base!.size; row++) {
    addUntil(base!.ids[row]!)
    if (base!.alive.has(row)) add(base!, row)
  }
  addUntil(Infinity)
  return changes.map((micros, at) => ({ part: at + 1, updatedAt: new Date(micros / 1000) }))
}
