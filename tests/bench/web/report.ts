import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readable } from '../statistics'
import type { Machine } from '../machine'
import { FOLDER } from '../report'
import { isMet, table } from '../table'
import type { Costs } from './run'
import { type Cost, PAGES_WITH_TARGET, STARTS, TARGETS } from './targets'

const formatLimit = (target: { atMost: number }) => `≤ ${target.atMost.toLocaleString('en-US')}`

/** Writes the costs of pages as Markdown and JSON, and returns the Markdown. */
export function writeWebReport(costs: Costs, starts: Record<keyof typeof STARTS, number>, on: Machine): string {
  const kinds = Object.entries(TARGETS) as [Cost, (typeof TARGETS)[Cost]][]
  const hasTarget = (kind: Cost, page: string) => PAGES_WITH_TARGET[kind]?.includes(page) ?? true
  const cell = (kind: Cost, page: string, value: number) => {
    const met = hasTarget(kind, page) ? isMet(TARGETS[kind].target, value) : null
    const text = kind === 'shift' ? value.toFixed(3) : readable(value)
    return met === false ? `**${text}**` : text
  }
  const rows = Object.entries(costs.pages).map(([page, cost]) => [
    page,
    ...kinds.map(([kind]) => cell(kind, page, cost[kind])),
  ])
  const head = ['Page', ...kinds.map(([, { what, unit }]) => (unit ? `${what}, ${unit}` : what))]
  const targets = [
    'Target',
    ...kinds.map(
      ([kind, { target }]) => formatLimit(target) + (PAGES_WITH_TARGET[kind] ? ` (${PAGES_WITH_TARGET[kind]})` : ''),
    ),
  ]
  const startRows = Object.entries(STARTS).map(([what, target]) => {
    const value = starts[what as keyof typeof STARTS]
    return [what, `${readable(value)} s`, `${formatLimit(target)} s`, isMet(target, value) ? 'yes' : '**no**']
  })
  const page = [
    '# Pages in a browser',
    `Commit ${on.commit}, ${on.date} UTC; ${on.cores} cores (${on.processor}), ${on.memory}; Node ${on.node}.`,
    'Chromium as Lighthouse has it for telephones: 412 pixels wide, a fourth of the processor, 1.6 Mbit/s with 150 ms of latency, nothing in the cache; medians. Bold figures miss their target.',
    `An empty page of the same Next sends ${readable(costs.floor)} kB of JavaScript.`,
    table(head, [...rows, targets]),
    '## Starting',
    table(['What', 'Time', 'Target', 'Met'], startRows),
  ].join('\n\n')
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, 'web.md'), `${page}\n`)
  writeFileSync(join(FOLDER, 'web.json'), `${JSON.stringify({ ...on, ...costs, starts }, null, 2)}\n`)
  return page
}
