export type Point = [x: number, y: number]

/** A line with fewer points, none of them further from the old one than the tolerance (Ramer, Douglas, Peucker). */
export function simplify(line: readonly Point[], tolerance: number): Point[] {
  const last = line.length - 1
  if (last < 2) return [...line]
  const kept = new Set([0, last])
  const spans: [number, number][] = [[0, last]]
  if (same(line[0]!, line[last]!)) {
    // A ring is cut at its middle, so that it never shrinks to a point.
    kept.add(last >> 1)
    spans.splice(0, 1, [0, last >> 1], [last >> 1, last])
  }
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    const far = furthest(line, from, to)
    if (far.distance <= tolerance) continue
    kept.add(far.at)
    spans.push([from, far.at], [far.at, to])
  }
  return line.filter((_, at) => kept.has(at))
}

const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1]

function furthest(line: readonly Point[], from: number, to: number): { at: number; distance: number } {
  const best = { at: from, distance: 0 }
  for (let at = from + 1; at < to; at++) {
    const distance = offLine(line[at]!, line[from]!, line[to]!)
    if (distance > best.distance) Object.assign(best, { at, distance })
  }
  return best
}

const offLine = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const length = Math.hypot(bx - ax, by - ay)
  return length ? Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length : Math.hypot(x - ax, y - ay)
}

/** A closed path in relative steps, which compress well: "M10 20l5-3…z". Coordinates are rounded to whole units. */
export function ringPath(ring: readonly Point[]): string {
  const points = ring.map(([x, y]): Point => [Math.round(x), Math.round(y)])
  const steps: string[] = []
  for (let at = 1; at < points.length - 1; at++) {
    const [dx, dy] = [points[at]![0] - points[at - 1]![0], points[at]![1] - points[at - 1]![1]]
    if (dx || dy) steps.push(`${dx}${dy < 0 ? '' : ' '}${dy}`)
  }
  const [x, y] = points[0] ?? [0, 0]
  return `M${x} ${y}l${steps.reduce((all, step) => all + (all && !step.startsWith('-') ? ' ' : '') + step, '')}z`
}

export const areaOf = (ring: readonly Point[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length]!
      return sum + x * nextY - nextX * y
    }, 0) / 2,
  )

/** The middle of a ring's area, where a mark can stand. */
export function middleOf(ring: readonly Point[]): Point {
  const [minX, minY] = [Math.min(...ring.map(([x]) => x)), Math.min(...ring.map(([, y]) => y))]
  let [sum, sumX, sumY] = [0, 0, 0]
  ring.forEach(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!
    const cross = (x - minX) * (nextY - minY) - (nextX - minX) * (y - minY)
    sum += cross
    sumX += (x + nextX - 2 * minX) * cross
    sumY += (y + nextY - 2 * minY) * cross
  })
  return sum ? [minX + sumX / (3 * sum), minY + sumY / (3 * sum)] : [minX, minY]
}
