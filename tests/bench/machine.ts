import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { ROOT } from '@/scripts/paths'

const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim()

/** The machine of the measurements. */
export const machine = (postgres: string) => ({
  commit: `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') ? ' with changes' : ''}`,
  date: new Date().toISOString().slice(0, 16).replace('T', ' '),
  cores: cpus().length,
  processor: cpus()[0]?.model ?? 'unknown',
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  node: process.versions.node,
  postgres,
})

export type Machine = ReturnType<typeof machine>
