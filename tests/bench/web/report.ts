import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readable } from '../figures'
import type { Machine } from '../machine'
import { FOLDER } from '../report'
import { isMet, table } from '../table'
import type { Costs } from './run'
import { type Cost, ONLY, STARTS, TARGETS } from './targets'

const most = (target: { atMost: number }) => `≤ ${target.atMost.toLocaleString('en-US')}`

/** Writes what pages cost as a page and as data, and gives the page. */
export function writeWebReport(costs: Costs, starts: Record<keyof typeof STARTS, number>, on: Machine): string {
  const kinds = Object.entries(TARGETS) as [Cost, (typeof TARGETS)[Cost]][]
  const isHeld = (kind: Cost, page: string) => ONLY[kind]?.includes(page) ?? true
  const cell = (kind: Cost, page: string, value: number) => {
    const met = isHeld(kind, page) ? isMet(TARGETS[kind].target, value, 0) : null
    const said = kind === 'shift' ? value.toFixed(3) : readable(value)
    return met === false ? `**${said}**` : said
  }
  const rows = Object.entries(costs.pages).map(([page, cost]) => [
    page,
    ...kinds.map(([kind]) => cell(kind, page, cost[kind])),
  ])
  const head = ['Page', ...kinds.map(([, { what, unit }]) => (unit ? `${what}, ${unit}` : what))]
  const targets = [
    'Target',
    ...kinds.map(([kind, { target }]) => most(target) + (ONLY[kind] ? ` (${ONLY[kind]})` : '')),
  ]
  const started = Object.entries(STARTS).map(([what, target]) => {
    const value = starts[what as keyof typeof STARTS]
    return [what, `${readable(value)} s`, `${most(target)} s`, isMet(target, value, 0) ? 'yes' : '**no**']
  })
  const page = [
    '# Pages in a browser',
    `Commit ${on.commit}, ${on.date} UTC; ${on.cores} cores (${on.processor}), ${on.memory}; Node ${on.node}.`,
    'Chromium as Lighthouse has it for telephones: 412 pixels wide, a fourth of the processor, 1.6 Mbit/s with 150 ms of latency, nothing in the cache; medians. What is in bold misses its target.',
    `An empty page of the same Next sends ${readable(costs.floor)} kB of JavaScript.`,
    table(head, [...rows, targets]),
    '## Starting',
    table(['What', 'Time', 'Target', 'Met'], started),
  ].join('\n\n')
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, 'web.md'), `${page}\n`)
  writeFileSync(join(FOLDER, 'web.json'), `${JSON.stringify({ ...on, ...costs, starts }, null, 2)}\n`)
  return page
}
