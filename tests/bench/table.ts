import { readable } from './figures'
import type { Reading } from './measure'
import { GROWTH, TARGETS, type Target } from './targets'

/** A line of the table: a reading, what it is held against, and whether that is reached. */
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

const said = (target: Target | undefined): string =>
  !target ? '' : 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`

/** Whether a target is reached; null where there is none for this size. */
export const isMet = (target: Target | undefined, value: number, size: number): boolean | null => {
  if (!target || size < (target.from ?? 0)) return null
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}

export const rowOf = (reading: Reading, size: number): Row => {
  const { id, what, unit, value, p99, against, failed } = reading
  const ratio = ratioOf(reading)
  const target = TARGETS[id]
  return {
    size,
    id,
    what,
    figure: `${readable(value)} ${unit}`,
    p99: p99 === undefined ? '' : `${readable(p99)} ms`,
    reference: against ? `${against.what}: ${readable(against.value)} ${unit}` : '',
    ratio,
    target: said(target),
    met: isMet(target, ratio ?? value, size),
    note: failed ? `${failed} requests failed` : '',
  }
}

/** How what one reader waits for grows from the smallest size to the largest. */
export const growthRows = (bySize: ReadonlyMap<number, readonly Reading[]>): Row[] => {
  const sizes = [...bySize.keys()].toSorted((a, b) => a - b)
  const [small, large] = [sizes[0]!, sizes.at(-1)!]
  if (small === large) return []
  const find = (size: number, id: string) => bySize.get(size)!.find((one) => one.id === id)
  return Object.entries(GROWTH).flatMap(([id, most]): Row[] => {
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
        target: `≤ ${most}`,
        met: ratio <= most,
        note: '',
      },
    ]
  })
}

const mark = (met: boolean | null) => (met === null ? '' : met ? 'yes' : '**no**')

/** A table of Markdown, as prettier would set it. */
export const table = (head: readonly string[], cells: readonly (readonly string[])[]): string => {
  const widths = head.map((name, at) => Math.max(name.length, 3, ...cells.map((row) => row[at]!.length)))
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n')
}

const HEAD = ['What', 'Figure', 'p99', 'Beside', 'Ratio', 'Target', 'Met']

/** The rows as a table of Markdown. */
export const markdown = (rows: readonly Row[]): string =>
  table(
    HEAD,
    rows.map(({ what, figure, p99, reference, ratio, target, met, note }) => [
      note ? `${what} (${note})` : what,
      ...[figure, p99, reference, ratio === null ? '' : readable(ratio), target, mark(met)],
    ]),
  )
