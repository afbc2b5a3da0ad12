import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
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
const MINUTES = Number(process.env.SCAN_MINUTES ?? 15)

const PUBLIC = [
  ...['/', '/es', '/tx/el-paso', '/suggest?about=/tx/el-paso', '/admin/sign-in?to=/admin/entries', '/data', '/feeds'],
  ...['/api/suggest?q=el', '/api/oembed?url=/tx/el-paso&maxwidth=300&format=json', '/compare?place=/tx/el-paso'],
  ...['/og/card.png?path=/tx/el-paso', '/figures/map.svg?topic=detainers', '/figures/timeline.svg?state=TX'],
]
const ADMIN = ['/admin', '/admin/find/officials?q=a', '/admin/entries', '/admin/start', '/admin/people']

/**
 * `npm run scan`: sqlmap and wapiti over the built site with its first content, as a stranger and as an editor. Each may
 * take about SCAN_MINUTES (15) a turn; what they said is in .data/scan. the admin area's forms are sent as well: its database is the
 * tests', and thrown away.
 */
await runCommand(async () => {
  const missing = ['sqlmap', 'wapiti'].filter((program) => !versionOf(program))
  if (missing.length) throw new CliError(`Install ${missing.join(' and ')} first: apt-get install ${missing.join(' ')}`)
  rmSync(FOLDER, { recursive: true, force: true })
  const port = Number(process.env.PORT) || (await freePort())
  await step('Site', () => startSite(port))
  const wrong: string[] = []

  const turn = async (
    name: string,
    who: 'stranger' | 'editor',
    scan: (origin: string, folder: string) => Promise<Scanned>,
  ) => {
    const proxy = await countingProxy({ to: port, ...(who === 'editor' && { signIn: () => signIn(port) }) })
    await step(`${name}, ${who} `, async (tell) => {
      const word = setInterval(() => tell(`${proxy.counts.requests} requests`), 1_000)
      const { findings, cut } = await scan(proxy.origin, join(FOLDER, `${name}-${who}`)).finally(() =>
        clearInterval(word),
      )
      wrong.push(...findings, ...proxy.counts.failed)
      const { requests, statuses, failed } = proxy.counts
      return `${requests} requests ${JSON.stringify(statuses)}, ${findings.length} findings, ${failed.length} errors${cut ? `, ${cut}` : ''}`
    }).finally(proxy.close)
  }

  for (const who of ['stranger', 'editor'] as const) {
    await turn('sqlmap', who, async (origin, folder) => {
      const found = await targetsFrom(origin, who === 'stranger' ? PUBLIC : ADMIN, 400)
      const targets = found.filter(({ path }) => path.startsWith('/admin') === (who === 'editor'))
      if (who === 'stranger') targets.push(...programTargets(await someRecord(origin)))
      printStep('Targets', String(targets.length))
      return sqlmap(targets, { origin, folder, minutes: MINUTES })
    })
    await turn('wapiti', who, (origin, folder) =>
      wapiti(who === 'stranger' ? '/' : '/admin/entries', { origin, folder, minutes: MINUTES }),
    )
  }
  for (const one of wrong) console.log(`  ${one}`)
  printStep('Versions', `sqlmap ${versionOf('sqlmap')}, wapiti ${versionOf('wapiti')}`)
  await shutDown(wrong.length ? 1 : 0)
})

async function startSite(port: number): Promise<string> {
  const env = { ...process.env, PORT: String(port), NODE_ENV: 'production' as const }
  const site = spawn(process.execPath, ['scripts/run.mjs', 'serve-for-tests'], { cwd: ROOT, env, stdio: 'ignore' })
  const ended = once(site, 'exit')
  onShutdown(async () => {
    site.kill('SIGTERM')
    await ended
  })
  for (;;) {
    const health = await fetch(`http://localhost:${port}/api/health`).catch(() => null)
    if (health?.ok) return `on port ${port}`
    if (site.exitCode !== null) throw new CliError(`The site ended with ${site.exitCode}: see npm start.`)
    await sleep(500)
  }
}

async function someRecord(origin: string): Promise<string> {
  const { data } = (await (await fetch(`${origin}/api/v1/statements?size=1`)).json()) as { data: { id: string }[] }
  return data[0]!.id
}
