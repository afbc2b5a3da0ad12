import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseCommandLine, positiveNumber } from '@/scripts/cli/command-line.mjs'
import { onShutdown, runCommand, shutDown } from '@/scripts/cli/shutdown'
import { printStep, step } from '@/scripts/cli/console'
import { DATA, ROOT } from '@/scripts/paths'
import { freePort } from '@/scripts/postgres/launch'
import { countingProxy } from '@/scripts/scan/proxy'
import { type Scanned, sqlmap, versionOf, wapiti } from '@/scripts/scan/scanners'
import { signIn } from '@/scripts/scan/scan-session'
import { programTargets, targetsFrom } from '@/scripts/scan/targets'
import { CliError } from '@/scripts/cli/cli-error'

const FOLDER = join(DATA, 'scan')

const PUBLIC = [
  ...['/', '/es', '/tx/el-paso', '/suggest?about=/tx/el-paso', '/admin/sign-in?to=/admin/entries', '/data', '/feeds'],
  ...['/api/suggest?q=el', '/api/oembed?url=/tx/el-paso&maxwidth=300&format=json', '/compare?place=/tx/el-paso'],
  ...['/og/card.png?path=/tx/el-paso', '/figures/map.svg?topic=detainers', '/figures/timeline.svg?state=TX'],
]
const ADMIN = ['/admin', '/admin/find/officials?q=a', '/admin/entries', '/admin/start', '/admin/people']

/**
 * Runs sqlmap and wapiti against the built site, without an account and as an editor. They submit the admin area's
 * forms too: the database is a temporary one.
 */
await runCommand(async () => {
  const minutes = positiveNumber('minutes', parseCommandLine('scan').options.minutes)
  const missing = ['sqlmap', 'wapiti'].filter((program) => !versionOf(program))
  if (missing.length) throw new CliError(`Install ${missing.join(' and ')} first: apt-get install ${missing.join(' ')}`)
  rmSync(FOLDER, { recursive: true, force: true })
  const port = Number(process.env.PORT) || (await freePort())
  await step('Site', () => startSite(port))
  const problems: string[] = []

  const runScan = async (
    name: string,
    actor: 'visitor' | 'editor',
    scan: (origin: string, folder: string) => Promise<Scanned>,
  ) => {
    const proxy = await countingProxy({ to: port, ...(actor === 'editor' && { signIn: () => signIn(port) }) })
    await step(`${name}, ${actor} `, async (reportProgress) => {
      const progress = setInterval(() => reportProgress(`${proxy.counts.requests} requests`), 1_000)
      const { findings, cut } = await scan(proxy.origin, join(FOLDER, `${name}-${actor}`)).finally(() =>
        clearInterval(progress),
      )
      problems.push(...findings, ...proxy.counts.failed)
      const { requests, statuses, failed } = proxy.counts
      return `${requests} requests ${JSON.stringify(statuses)}, ${findings.length} findings, ${failed.length} errors${cut ? `, ${cut}` : ''}`
    }).finally(proxy.close)
  }

  for (const actor of ['visitor', 'editor'] as const) {
    await runScan('sqlmap', actor, async (origin, folder) => {
      const crawled = await targetsFrom(origin, actor === 'visitor' ? PUBLIC : ADMIN, 400)
      const targets = crawled.filter(({ path }) => path.startsWith('/admin') === (actor === 'editor'))
      if (actor === 'visitor') targets.push(...programTargets(await someRecord(origin)))
      printStep('Targets', String(targets.length))
      return sqlmap(targets, { origin, folder, minutes })
    })
    await runScan('wapiti', actor, (origin, folder) =>
      wapiti(actor === 'visitor' ? '/' : '/admin/entries', { origin, folder, minutes }),
    )
  }
  for (const line of problems) console.log(`  ${line}`)
  printStep('Versions', `sqlmap ${versionOf('sqlmap')}, wapiti ${versionOf('wapiti')}`)
  await shutDown(problems.length ? 1 : 0)
})

async function startSite(port: number): Promise<string> {
  const env = {
    ...process.env,
    PORT: String(port),
    TRUSTED_PROXIES: '127.0.0.1',
    NODE_ENV: 'production' as const,
  }
  const site = spawn(process.execPath, ['scripts/run.mjs', 'serve-for-tests'], { cwd: ROOT, env, stdio: 'ignore' })
  const ended = once(site, 'exit')
  onShutdown(async () => {
    site.kill('SIGTERM')
    await ended
  })
  for (;;) {
    const health = await fetch(`http://localhost:${port}/api/health`).catch(() => null)
    if (health?.ok) return `on port ${port}`
    if (site.exitCode !== null)
      throw new CliError(`The site ended with exit code ${site.exitCode}: npm start says why.`)
    await sleep(500)
  }
}

async function someRecord(origin: string): Promise<string> {
  const { data } = (await (await fetch(`${origin}/api/v1/statements?size=1`)).json()) as { data: { id: string }[] }
  return data[0]!.id
}
