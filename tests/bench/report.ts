import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '@/scripts/paths'
import type { Machine } from './machine'
import type { Pace } from './load'
import type { Reading } from './measure'
import { type Row, growthRows, markdown, rowOf } from './table'

export const FOLDER = join(ROOT, 'docs', 'benchmarks')

const sizeName = (size: number) => `${size.toLocaleString('en-US')} statements`

/** Writes the figures of a run as Markdown and JSON, and returns the Markdown. */
export function writeReport(bySize: ReadonlyMap<number, readonly Reading[]>, on: Machine, pace: Pace): string {
  const tables = [...bySize].map(([size, readings]) => ({
    title: sizeName(size),
    rows: readings.map((one) => rowOf(one, size)),
  }))
  const growth = growthRows(bySize)
  if (growth.length) tables.push({ title: 'Growth with the data', rows: growth })
  const rows: Row[] = tables.flatMap((one) => one.rows)
  const held = rows.filter(({ met }) => met !== null)
  const page = [
    '# Benchmarks',
    `Commit ${on.commit}, ${on.date} UTC; ${on.cores} cores (${on.processor}), ${on.memory}; Node ${on.node}, PostgreSQL ${on.postgres}.`,
    `${pace.rounds} rounds of ${pace.seconds} s each, ${pace.connections} connections, the servers in turn in one run; medians over the rounds. ` +
      'Server, database and load share the cores, so the ratios count, and the rates only compare with each other.',
    `**${held.filter(({ met }) => met).length} of ${held.length} targets are met.**`,
    ...tables.map(({ title, rows }) => `## ${title}\n\n${markdown(rows)}`),
  ].join('\n\n')
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, 'latest.md'), `${page}\n`)
  writeFileSync(join(FOLDER, 'latest.json'), `${JSON.stringify({ ...on, pace, rows }, null, 2)}\n`)
  return page
}
