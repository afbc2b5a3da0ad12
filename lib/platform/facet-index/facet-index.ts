import type { Rows } from '@/lib/platform/database/connection'
import type { ListSource, CollectionSpec } from '@/lib/platform/lists/list-source'
import { createIndexedSource } from './from-facet-index'
import { idText } from './ids'
import { Segment } from './segment'
import { type PackedSegment, buildSegment } from './build-segment'
import { type Plan, planOf } from './plan'

/** So many small layers are read anew as one; a layer with as many records as are `FULL` stays as it is. */
const [LAYERS, FULL] = [8, 200]

/** A table's records in memory: all of them as they were at one moment, and layers of what was published since. */
export class FacetIndex {
  readonly plan: Plan
  #layers: readonly Segment[] = []
  #answers: ListSource | null = null
  /** What was published while a new first layer is being read; null while none is. */
  missed: Set<string> | null = null

  constructor(readonly spec: CollectionSpec) {
    this.plan = planOf(spec)
  }

  /** Null while the database has to be asked. */
  get answers(): ListSource | null {
    return this.#answers
  }

  /** How many records are in the later layers. */
  get later(): number {
    return this.#layers.slice(1).reduce((sum, { size }) => sum + size, 0)
  }

  begin(packed: PackedSegment): void {
    this.#set([new Segment(packed)])
  }

  forget(): void {
    this.#set([])
  }

  /** Reads records anew into a layer of their own; those that are gone are left out from now on. */
  async renew(changed: ReadonlySet<string>, rows: Rows): Promise<void> {
    const [base, ...later] = this.#layers
    if (!base) return
    const small = later.filter(({ size }) => size < FULL)
    const joined = small.length >= LAYERS ? small : []
    const kept = this.#layers.filter((layer) => !joined.includes(layer))
    const ids = [...new Set([...changed, ...joined.flatMap((layer) => Array.from(layer.ids, idText))])]
    const packed = await buildSegment(this.plan, ({ some }) => rows({ ...some, values: [...some.values, ids] }))
    if (this.#layers[0] !== base) return
    for (const layer of kept) layer.mask(ids)
    this.#set(packed.ids.length ? [...kept, new Segment(packed)] : kept)
  }

  #set(layers: readonly Segment[]): void {
    this.#layers = layers
    this.#answers = layers.length ? createIndexedSource(layers, this.spec, () => this.#layers === layers) : null
  }
}
