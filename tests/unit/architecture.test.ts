import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'

type Rule = [from: RegExp, to: RegExp, why: string]

/** Who may not import what. Arrows point down: app → components → lib/domain → lib/platform. */
const RULES: Rule[] = [
  [/^lib\/platform\//, /^(lib\/domain|components|app)\//, 'the platform knows nothing of statements or officials'],
  [/^lib\/domain\//, /^(components|app)\/|^(next|react|react-dom)(\/|$)/, 'the domain does not know it is on the web'],
  [
    /^(app|components)\//,
    /^(pg|@prisma\/|prisma)|^lib\/platform\/database\/(pool|write|generated)/,
    'pages ask queries and commands, not the database',
  ],
  [
    /^components\//,
    /^lib\/domain\/(.+\/)?(queries|commands)$|^lib\/platform\/database\/|^app\//,
    'components get props, and ask nobody',
  ],
  [
    /^lib\/domain\/.*definition\.tsx?$/,
    /(^|\/)(queries|commands)$|^lib\/platform\/(database|commands)\//,
    'what a record is does not depend on how it is kept',
  ],
  [
    /^lib\/domain\/.*filters(\/\w+)?\.tsx?$/,
    /(^|\/)(queries|commands)$|^lib\/platform\/(commands\/|database\/(?!read$))/,
    'a filter says its condition in SQL, and asks nobody',
  ],
  [
    /^lib\/domain\/.*queries\.tsx?$/,
    /(^|\/)commands$|^lib\/platform\/(commands\/|database\/write)/,
    'reads cannot write',
  ],
  [
    /^(app|components|lib\/(?!platform\/database\/))/,
    /^(pg|@prisma\/.*|prisma)$|^lib\/platform\/database\/generated/,
    'only the database folder talks to PostgreSQL',
  ],
  [
    /^components\/browser\//,
    /^(?!components\/(browser\/|tables\/table-|search\/offer$)|lib\/domain\/search\/suggestion$|react|@tanstack\/)/,
    'a reader’s browser gets no more than a page needs there',
  ],
  [
    /^(app|lib|components\/(?!browser\/))/,
    /^components\/browser\//,
    'what runs in a reader’s browser is built apart, and knows a page by its HTML',
  ],
  [/^(app|components|lib)\//, /^(scripts|tests)\//, 'the site runs without its commands and tests'],
]

/** Longer than two screens, and why. */
const LONG: Record<string, string> = {}

const HOUSES = ['app', 'components', 'lib', 'scripts', 'tests']
const LEFT_OUT = 'lib/platform/database/generated'

const entries = HOUSES.flatMap((house) =>
  readdirSync(join(ROOT, house), { recursive: true, withFileTypes: true }).map((entry) => ({
    path: posix.join(entry.parentPath.slice(ROOT.length + 1).replaceAll('\\', '/'), entry.name),
    isFolder: entry.isDirectory(),
  })),
).filter(({ path }) => !path.startsWith(LEFT_OUT))
const files = entries
  .filter(({ path, isFolder }) => !isFolder && /\.(m?ts|tsx|mjs)$/.test(path))
  .map(({ path }) => path)
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** What a file imports: packages by name, files by their path in the project, without an ending. */
function importsOf(path: string, code: string): string[] {
  const found = code.matchAll(/^\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)|\bimport\s*\(?\s*['"]([^'"]+)/gm)
  return [...found].map((match) => {
    const name = (match[1] ?? match[2])!
    const inside = name.startsWith('@/') ? name.slice(2) : name.startsWith('.') ? posix.join(dirname(path), name) : null
    return inside?.replace(/\.(tsx?|mjs)$/, '') ?? name
  })
}

const violations = (path: string, code: string, rules = RULES): string[] =>
  importsOf(path, code).flatMap((target) =>
    rules
      .filter(([from, to]) => from.test(path) && to.test(target))
      .map(([, , why]) => `${path} imports ${target}: ${why}`),
  )

/** An index file that only passes on what others export hides where things are. */
const isBarrel = (path: string, code: string) =>
  /^index\.tsx?$/.test(basename(path)) &&
  code.replace(/^\s*(export\s[^;='"]*from\s*['"][^'"]+['"];?|\/\/.*)\s*$/gm, '').trim() === ''

const isVague = (path: string) => /^(utils?|helpers?|misc|common|services?|managers?)(\.tsx?)?$/.test(basename(path))
const lines = (code: string) => code.split('\n').length - 1

describe('the architecture', () => {
  test('there are files to check, in every house', () => {
    for (const house of HOUSES)
      expect(files.filter((path) => path.startsWith(`${house}/`)).length, house).toBeGreaterThan(0)
  })
  test('arrows point down', () => expect(files.flatMap((path) => violations(path, read(path)))).toEqual([]))
  test('a file fits on two screens', () =>
    expect(files.filter((path) => !LONG[path] && lines(read(path)) > 250)).toEqual([]))
  test('what is listed as long still is', () =>
    expect(Object.keys(LONG).filter((path) => !files.includes(path) || lines(read(path)) <= 250)).toEqual([]))
  test('nothing hides behind a barrel', () => expect(files.filter((path) => isBarrel(path, read(path)))).toEqual([]))
  test('every folder and file is named for what it holds', () =>
    expect(entries.map(({ path }) => path).filter(isVague)).toEqual([]))
})

describe('each rule catches its violation', () => {
  const caught: [path: string, code: string][] = [
    ['server/pipeline.ts', "import type { Statement } from '@/lib/records/statements/schema'"],
    ['lib/records/statements/queries.ts', "import { notFound } from 'next/navigation'"],
    ['app/api/health/route.ts', "import { writePool } from '@/lib/platform/database/pool'"],
    ['components/table.tsx', "import {\n  list,\n} from '@/lib/records/statements/queries'"],
    ['lib/records/statements/schema.ts', "export { create } from './commands'"],
    ['lib/records/statements/filters.ts', "import { readPool } from '@/lib/platform/database/pool'"],
    ['lib/records/statements/queries.ts', "const { prisma } = await import('@/lib/platform/database/write')"],
    ['lib/features/seed/load-content.ts', "import pg from 'pg'"],
    ['components/client/live-list.ts', "import { words } from '../words'"],
    ['components/public/pages/record-list.tsx', "import { showList } from '../browser/swap'"],
    ['lib/platform/settings/settings.ts', "import '../../scripts/paths.ts'"],
  ]
  test('there is one for each', () => expect(caught.length).toBe(RULES.length))
  test.each(caught.map(([path, code], index) => [path, code, RULES[index]!] as const))('%s: %s', (path, code, rule) => {
    expect(violations(path, code, [rule])).toHaveLength(1)
  })
  test('what is allowed is let through', () => {
    expect(violations('app/[lang]/page.tsx', "import { list } from '@/lib/records/statements/queries'")).toEqual([])
    expect(violations('lib/platform/database/pool.ts', "import pg from 'pg'")).toEqual([])
  })
  test('barrels and vague names', () => {
    expect(isBarrel('lib/index.ts', "// all\nexport * from './a'\nexport { b } from './b'\n")).toBe(true)
    expect(isBarrel('lib/index.ts', "export const a = 1\nexport * from './a'\n")).toBe(false)
    expect(['lib/utils', 'lib/helpers.ts', 'lib/utility-poles'].map(isVague)).toEqual([true, true, false])
  })
})
