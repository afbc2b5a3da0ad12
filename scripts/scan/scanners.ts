import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { atEnd } from '@/scripts/ending'
import type { Target } from './targets'

export type Scanned = { findings: string[]; whole: boolean }

type Job = { origin: string; folder: string; minutes: number }

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

/** Runs a program to its end, or for so many minutes; whether it came to its end. */
async function runFor(program: string, args: string[], { folder, minutes }: Job): Promise<boolean> {
  // wapiti loads lists from elsewhere: that comes to nothing. sqlmap would take it for everything.
  const env = { ...process.env, ...(program === 'wapiti' && { https_proxy: 'http://127.0.0.1:9' }) }
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  atEnd(() => child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = new Promise<boolean>((resolve) => child.once('close', () => resolve(true)))
  const late = sleep(minutes * 60_000, false, { ref: false })
  const whole = await Promise.race([ended, late])
  if (!whole) child.kill('SIGINT')
  await Promise.race([ended, sleep(10_000).then(() => child.kill('SIGKILL'))])
  writeFileSync(join(folder, `${program}.log`), said)
  return whole
}

/** sqlmap puts SQL into each parameter of each target. Its findings are the rows of its table. */
export async function sqlmap(targets: readonly Target[], job: Job): Promise<Scanned> {
  mkdirSync(job.folder, { recursive: true })
  const { host, port } = new URL(job.origin)
  const items = targets.map(({ method, path, body }) => {
    const type = body ? `Content-Type: ${body.type}\r\n` : ''
    const request = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${type}\r\n${body?.text ?? ''}`
    return `<item><port>${port}</port><request base64="true"><![CDATA[${Buffer.from(request).toString('base64')}]]></request></item>`
  })
  writeFileSync(join(job.folder, 'targets.xml'), items.join('\n'))
  const table = join(job.folder, 'found.csv')
  const args = [
    '-l',
    'targets.xml',
    '--ignore-stdin',
    '--batch',
    '--ignore-proxy',
    '--flush-session',
    '--dbms=PostgreSQL',
    '--output-dir=out',
  ]
  const whole = await runFor('sqlmap', [...args, `--results-file=${table}`, '--disable-coloring'], job)
  const [, ...findings] = readFileSync(table, 'utf8').split('\n').filter(Boolean)
  const unasked = readFileSync(join(job.folder, 'sqlmap.log'), 'utf8').match(
    /unable to connect.*skipping to the next/g,
  )?.length
  if (unasked) findings.push(`sqlmap could not ask ${unasked} of ${targets.length} targets: see its log`)
  return { findings, whole }
}

/** What would ask a server elsewhere, or would only guess at names, is left out. */
const MODULES =
  'backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss'

/** What wapiti misses, and why it is not there. */
const ELSEWHERE = [
  /X-Frame-Options is not set/, // frame-ancestors in the Content-Security-Policy
  /X-XSS-Protection is not set/, // browsers have it no more
  /Strict-Transport-Security is not set/, // behind TLS it is, and a test holds that
]

type Report = { vulnerabilities: Record<string, Entry[]>; anomalies: Record<string, Entry[]> }
type Entry = { method: string; path: string; info: string; parameter: string }

/** wapiti walks through the site and attacks what it finds on the way. Its findings are those of its report. */
export async function wapiti(start: string, job: Job): Promise<Scanned> {
  mkdirSync(job.folder, { recursive: true })
  const [scan, attack] = [job.minutes * 20, Math.round((job.minutes * 40) / MODULES.split(',').length)]
  const args = ['-u', job.origin + start, '--scope', 'folder', '-m', MODULES, '--store-session', 'session']
  const bounds = ['--max-scan-time', `${scan}`, '--max-attack-time', `${attack}`, '--max-parameters', '20']
  const more = ['--flush-session', '-S', 'normal', '-f', 'json', '-o', 'report', '-t', '40', '--no-bugreport']
  const whole = await runFor('wapiti', [...args, ...bounds, ...more], { ...job, minutes: job.minutes + 2 })
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(join(job.folder, 'report'), 'utf8')) as Report
  const findings = Object.entries({ ...vulnerabilities, ...anomalies })
    .flatMap(([kind, entries]) =>
      entries.map(({ method, path, parameter, info }) => `${kind}: ${method} ${path} ${parameter ?? ''} ${info}`),
    )
    .filter((one) => !ELSEWHERE.some((known) => known.test(one)))
  return { findings, whole }
}
