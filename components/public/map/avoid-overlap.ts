/** A thing that stands on a map near a point: its size, the point, and where its upper left corner is. */
export type Box = { x: number; y: number; width: number; height: number; anchor: readonly [x: number, y: number] }

const GAP = 3

/**
 * Moves things apart that would cover each other, as little as it takes, and keeps them on the sheet. What stands first
 * is not more important: two that collide each give way by half.
 */
export function avoidOverlap<B extends Box>(boxes: readonly B[], width: number, height: number): B[] {
  const moved = boxes.map((box) => ({ ...box }))
  for (let round = 0; round < 80; round++) {
    let calm = true
    for (const [at, a] of moved.entries())
      for (const b of moved.slice(at + 1)) {
        const overX = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) + GAP
        const overY = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) + GAP
        if (overX <= 0 || overY <= 0) continue
        calm = false
        // The shorter way; labels are wide, so it is nearly always up and down.
        const [side, by] = overY <= overX ? (['y', overY / 2] as const) : (['x', overX / 2] as const)
        const sign = a.anchor[side === 'x' ? 0 : 1] <= b.anchor[side === 'x' ? 0 : 1] ? 1 : -1
        a[side] -= sign * by
        b[side] += sign * by
      }
    for (const box of moved) {
      box.x = Math.min(Math.max(box.x, 0), width - box.width)
      box.y = Math.min(Math.max(box.y, 0), height - box.height)
    }
    if (calm) break
  }
  return moved.map((box) => ({ ...box, x: Math.round(box.x), y: Math.round(box.y) }))
}
