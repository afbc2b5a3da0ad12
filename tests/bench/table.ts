import { readable } from './statistics'
import type { Reading } from './measure'
import { GROWTH, type Target, targetFor } from './targets'

/** A row of the report: a reading, its reference, its target and whether it meets it. `size` is null for growth. */
export type Row = {
  size: number | null
  id: string
  what: string
  figure: string
  p99: string
  reference: string
  ratio: number | null
  target: string
  met: boolean | null
  note: string
}

export const ratioOf = ({ value, against }: Reading): number | null => (against ? value / against.value : null)

const formatTarget = (target: Target | undefined): string =>
  !target ? '' : 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`

/** Whether a value meets a target; null without a target. */
export const isMet = (target: Target | undefined, value: number): boolean | null => {
  if (!target) return null
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}

export const rowOf = (reading: Reading, size: number): Row => {
  const { id, what, unit, value, p99, against, failed } = reading
  const ratio = ratioOf(reading)
  const target = targetFor(id, size)
  return {
    size,
    id,
    what,
    figure: `${readable(value)} ${unit}`,
    p99: p99 === undefined ? '' : `${readable(p99)} ms`,
    reference: against ? `${against.what}: ${readable(against.value)} ${unit}` : '',
    ratio,
    target: formatTarget(target),
    met: isMet(target, ratio ?? value),
    note: failed ? `${failed} requests failed` : '',
  }
}

/** Rows for how the time of a single reader grows from the smallest to the largest size. */
export const growthRows = (bySize: ReadonlyMap<number, readonly Reading[]>): Row[] => {
  const sizes = [...bySize.keys()].toSorted((a, b) => a - b)
  const [small, large] = [sizes[0]!, sizes.at(-1)!]
  if (small === large) return []
  const find = (size: number, id: string) => bySize.get(size)!.find((one) => one.id === id)
  return Object.entries(GROWTH).flatMap(([id, limit]): Row[] => {
    const [before, after] = [find(small, id), find(large, id)]
    if (!before || !after) return []
    const ratio = after.value / before.value
    return [
      {
        size: null,
        id: `${id} growth`,
        what: `${after.what}: from ${small.toLocaleString('en-US')} to ${large.toLocaleString('en-US')} statements`,
        figure: `${readable(after.value)} ms`,
        p99: '',
        reference: `${readable(before.value)} ms`,
        ratio,
        target: `≤ ${limit}`,
        met: ratio <= limit,
        note: '',
      },
    ]
  })
}

const mark = (met: boolean | null) => (met === null ? '' : met ? 'yes' : '**no**')

/** A Markdown table in the format of Prettier. */
export const table = (head: readonly string[], cells: readonly (readonly string[])[]): string => {
  const widths = head.map((name, column) => Math.max(name.length, 3, ...cells.map((row) => row[column]!.length)))
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n')
}

const HEAD = ['What', 'Figure', 'p99', 'Beside', 'Ratio', 'Target', 'Met']

export const markdown = (rows: readonly Row[]): string =>
  table(
    HEAD,
    rows.map(({ what, figure, p99, reference, ratio, target, met, note }) => [
      note ? `${what} (${note})` : what,
      ...[figure, p99, reference, ratio === null ? '' : readable(ratio), target, mark(met)],
    ]),
  )
