import type { Rows } from '@/lib/platform/database/connection'
import type { ListSource, CollectionSpec } from '@/lib/platform/lists/list-source'
import { createIndexedSource } from './indexed-source'
import { formatId } from './record-ids'
import { Segment } from './segment'
import { type PackedSegment, buildSegment } from './build-segment'
import { type Plan, planFor } from './plan'

/** This many small delta segments are merged into one. */
const MAX_SMALL_SEGMENTS = 8
/** A delta segment with at least this many records is not merged any more. */
const LARGE_SEGMENT = 200

/** The index of one table: a base segment with all records of one snapshot, and delta segments with later changes. */
export class FacetIndex {
  readonly plan: Plan
  #segments: readonly Segment[] = []
  #source: ListSource | null = null
  /** The ids that change while a new base segment is being built; null while none is. */
  changedDuringBuild: Set<string> | null = null

  constructor(readonly spec: CollectionSpec) {
    this.plan = planFor(spec)
  }

  /** Null while there is no base segment. */
  get source(): ListSource | null {
    return this.#source
  }

  /** The number of records in delta segments. */
  get deltaSize(): number {
    return this.#segments.slice(1).reduce((sum, { size }) => sum + size, 0)
  }

  setBase(packed: PackedSegment): void {
    this.#setSegments([new Segment(packed)])
  }

  clear(): void {
    this.#setSegments([])
  }

  /** Reads changed records into a new delta segment and deletes them from the older segments. */
  async update(changed: ReadonlySet<string>, rows: Rows): Promise<void> {
    const [base, ...deltas] = this.#segments
    if (!base) return
    const small = deltas.filter(({ size }) => size < LARGE_SEGMENT)
    const merged = small.length >= MAX_SMALL_SEGMENTS ? small : []
    const remaining = this.#segments.filter((segment) => !merged.includes(segment))
    const ids = [...new Set([...changed, ...merged.flatMap((segment) => Array.from(segment.ids, formatId))])]
    const packed = await buildSegment(this.plan, ({ byIds }) => rows({ ...byIds, values: [...byIds.values, ids] }))
    if (this.#segments[0] !== base) return
    for (const segment of remaining) segment.delete(ids)
    this.#setSegments(packed.ids.length ? [...remaining, new Segment(packed)] : remaining)
  }

  #setSegments(segments: readonly Segment[]): void {
    this.#segments = segments
    this.#source = segments.length ? createIndexedSource(segments, this.spec, () => this.#segments === segments) : null
  }
}
