import type { RecordChunk } from '@/lib/platform/lists/list-source'
import type { Segment } from './segment'

/** Splits all live records, in the order of their ids, into chunks of `size` with the time of the last change in each. */
export const chunksOf = ([base, ...deltas]: readonly Segment[], size: number): RecordChunk[] => {
  const lastChanges: number[] = []
  let count = 0
  const add = (segment: Segment, row: number) => {
    const chunk = Math.floor(count++ / size)
    lastChanges[chunk] = Math.max(lastChanges[chunk] ?? 0, (segment.sortKeys('updated_at') as Float64Array)[row]!)
  }
  const deltaRows = deltas
    .flatMap((segment) => Array.from(segment.live.members(), (row) => ({ segment, row, id: segment.ids[row]! })))
    .toSorted((a, b) => a.id - b.id)
  let next = 0
  const addDeltasBefore = (id: number) => {
    for (; next < deltaRows.length && deltaRows[next]!.id < id; next++)
      add(deltaRows[next]!.segment, deltaRows[next]!.row)
  }
  for (let row = 0; row < base!.size; row++) {
    addDeltasBefore(base!.ids[row]!)
    if (base!.live.has(row)) add(base!, row)
  }
  addDeltasBefore(Infinity)
  return lastChanges.map((micros, i) => ({ number: i + 1, updatedAt: new Date(micros / 1000) }))
}
