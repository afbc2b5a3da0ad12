import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onShutdown } from '@/scripts/cli/shutdown'
import type { Target } from './targets'

/** The findings of a scan, and a description of the part that timed out; null if it completed. */
export type Scanned = { findings: string[]; cut: string | null }

type Job = { origin: string; folder: string; minutes: number }

/** The number of concurrent sqlmap processes. Each mostly waits for responses. */
const LANES = 4

/** The version of a program, or null where it is not installed. */
export function versionOf(program: string): string | null {
  try {
    return /\d+(\.\d+)+/.exec(
      execFileSync(program, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
    )![0]
  } catch {
    return null
  }
}

/** Runs a program until it ends or times out. Returns true if it ended. */
async function runFor(program: string, args: string[], { folder, minutes }: Job): Promise<boolean> {
  // A dead proxy stops wapiti from downloading lists. sqlmap would use the proxy for every request.
  const env = { ...process.env, ...(program === 'wapiti' && { https_proxy: 'http://127.0.0.1:9' }) }
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  onShutdown(() => child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = new Promise<boolean>((resolve) => child.once('close', () => resolve(true)))
  const late = sleep(minutes * 60_000, false, { ref: false })
  const whole = await Promise.race([ended, late])
  // sqlmap treats SIGINT as a request to skip to the next test.
  if (!whole) child.kill(program === 'sqlmap' ? 'SIGKILL' : 'SIGINT')
  await Promise.race([ended, sleep(10_000, null, { ref: false }).then(() => child.kill('SIGKILL'))])
  writeFileSync(join(folder, `${program}.log`), said)
  return whole
}

/**
 * Runs sqlmap against each target. Each target gets an equal share of the time, so that slow ones don't use up that of
 * the others. The findings are the rows of its results file.
 */
export async function sqlmap(targets: readonly Target[], job: Job): Promise<Scanned> {
  const minutes = Math.max(10 / 60, (job.minutes * LANES) / targets.length)
  const findings: string[] = []
  let cut = 0
  const queue = [...targets.entries()]
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [at, target] = next
      const one = await sqlmapOne(target, { ...job, folder: join(job.folder, String(at)), minutes })
      findings.push(...one.findings)
      if (one.cut) cut += 1
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const seconds = Math.round(minutes * 60)
  return { findings, cut: cut ? `${cut} of ${targets.length} targets cut off after ${seconds} s each` : null }
}

async function sqlmapOne({ method, path, body }: Target, job: Job): Promise<Scanned> {
  mkdirSync(job.folder, { recursive: true })
  const { host, port } = new URL(job.origin)
  const type = body ? `Content-Type: ${body.type}\r\n` : ''
  const request = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${type}\r\n${body?.text ?? ''}`
  const item = `<item><port>${port}</port><request base64="true"><![CDATA[${Buffer.from(request).toString('base64')}]]></request></item>`
  writeFileSync(join(job.folder, 'targets.xml'), item)
  const table = join(job.folder, 'found.csv')
  const args = ['-l', 'targets.xml', '--ignore-stdin', '--batch', '--ignore-proxy', '--flush-session']
  const more = ['--dbms=PostgreSQL', '--output-dir=out', `--results-file=${table}`, '--disable-coloring']
  const whole = await runFor('sqlmap', [...args, ...more], job)
  const said = readFileSync(join(job.folder, 'sqlmap.log'), 'utf8')
  const [, ...findings] = existsSync(table) ? readFileSync(table, 'utf8').split('\n').filter(Boolean) : []
  // A run that timed out has not written its findings to the results file.
  if (!whole) findings.push(...(said.match(/.*(is vulnerable|appears to be .* injectable).*/g) ?? []))
  if (/unable to connect.*skipping to the next/.test(said)) findings.push(`sqlmap could not ask ${method} ${path}`)
  return { findings, cut: whole ? null : path }
}

/** Wapiti modules, except those that need external servers or only guess file names. */
const MODULES =
  'backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss'

/** Findings of wapiti that don't apply, each with the reason. */
const ELSEWHERE = [
  /X-Frame-Options is not set/, // frame-ancestors in the Content-Security-Policy
  /X-XSS-Protection is not set/, // browsers removed support for it
  /Strict-Transport-Security is not set/, // set behind TLS, and covered by a test
]

type Report = { vulnerabilities: Record<string, Entry[]>; anomalies: Record<string, Entry[]> }
type Entry = { method: string; path: string; info: string; parameter: string }

/** Runs wapiti, which crawls the site and attacks the pages that it finds. The findings are those of its report. */
export async function wapiti(start: string, job: Job): Promise<Scanned> {
  mkdirSync(job.folder, { recursive: true })
  const [scan, attack] = [job.minutes * 20, Math.round((job.minutes * 40) / MODULES.split(',').length)]
  const args = ['-u', job.origin + start, '--scope', 'folder', '-m', MODULES, '--store-session', 'session']
  const bounds = ['--max-scan-time', `${scan}`, '--max-attack-time', `${attack}`, '--max-parameters', '20']
  const more = ['--flush-session', '-S', 'normal', '-f', 'json', '-o', 'report', '-t', '40', '--no-bugreport']
  const whole = await runFor('wapiti', [...args, ...bounds, ...more], { ...job, minutes: 1.5 * job.minutes + 2 })
  if (!existsSync(join(job.folder, 'report'))) return { findings: [], cut: 'cut off before its report' }
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(join(job.folder, 'report'), 'utf8')) as Report
  const findings = Object.entries({ ...vulnerabilities, ...anomalies })
    .flatMap(([kind, entries]) =>
      entries.map(({ method, path, parameter, info }) => `${kind}: ${method} ${path} ${parameter ?? ''} ${info}`),
    )
    .filter((one) => !ELSEWHERE.some((known) => known.test(one)))
  return { findings, cut: whole ? null : `cut off after ${job.minutes} minutes` }
}
