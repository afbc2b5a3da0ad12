/** A box near an anchor point on a map; `x` and `y` are its upper left corner. */
export type Box = { x: number; y: number; width: number; height: number; anchor: readonly [x: number, y: number] }

const GAP = 3

/**
 * Pushes overlapping boxes apart by the smallest distance and keeps them inside the map. Each of two colliding boxes
 * moves half the way.
 */
export function avoidOverlap<B extends Box>(boxes: readonly B[], width: number, height: number): B[] {
  const moved = boxes.map((box) => ({ ...box }))
  for (let round = 0; round < 80; round++) {
    let settled = true
    for (const [at, a] of moved.entries())
      for (const b of moved.slice(at + 1)) {
        const overX = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) + GAP
        const overY = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) + GAP
        if (overX <= 0 || overY <= 0) continue
        settled = false
        // Moves along the axis with the smaller overlap. Labels are wide, so that is usually vertical.
        const [axis, distance] = overY <= overX ? (['y', overY / 2] as const) : (['x', overX / 2] as const)
        const sign = a.anchor[axis === 'x' ? 0 : 1] <= b.anchor[axis === 'x' ? 0 : 1] ? 1 : -1
        a[axis] -= sign * distance
        b[axis] += sign * distance
      }
    for (const box of moved) {
      box.x = Math.min(Math.max(box.x, 0), width - box.width)
      box.y = Math.min(Math.max(box.y, 0), height - box.height)
    }
    if (settled) break
  }
  return moved.map((box) => ({ ...box, x: Math.round(box.x), y: Math.round(box.y) }))
}
