import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'
import { importsOf, runtimeImportsOf } from './imports-of'
import { RETIRED_NAMES } from './retired-names'

type Rule = [from: RegExp, to: RegExp, why: string]

/** Forbidden imports. Arrows point down: app and server → components → lib/features → lib/records → lib/platform. */
const RULES: Rule[] = [
  [
    /^lib\/platform\//,
    /^(lib\/(records|features|vocabularies|text)|components|app|server)\//,
    'the platform knows nothing of statements or officials',
  ],
  [/^lib\/(records|vocabularies|text)\//, /^lib\/features\//, 'features are made of records'],
  [
    /^lib\/(records|features|vocabularies|text)\//,
    /^(components|app|server)\/|^(next|react|react-dom)(\/|$)/,
    'records and features do not depend on the web',
  ],
  [
    /^(app|components)\//,
    /^(pg|@prisma\/|prisma)|^lib\/platform\/database\/(pool|write|generated)/,
    'pages ask queries and commands, not the database',
  ],
  [
    /^components\//,
    /^lib\/(records|features)\/(.+\/)?(queries|storage|commands)$|^lib\/platform\/database\/|^(app|server)\//,
    'components get props and run no queries',
  ],
  [
    /^lib\/records\/.*schema\.tsx?$/,
    /(^|\/)(queries|storage|commands)$|^lib\/platform\/(database|commands)\//,
    'what a record is does not depend on how it is stored',
  ],
  [
    /^lib\/records\/.*filters(\/\w+)?\.tsx?$/,
    /(^|\/)(queries|storage|commands)$|^lib\/platform\/(commands\/|database\/(?!sql$))/,
    'a filter builds its SQL condition and runs no queries',
  ],
  [
    /^lib\/(records|features)\/.*queries\.tsx?$/,
    /(^|\/)(storage|commands)$|^lib\/platform\/(commands\/|database\/write)/,
    'reads cannot write',
  ],
  [
    /^(app|components|server|lib\/(?!platform\/database\/))/,
    /^(pg|@prisma\/.*|prisma)$|^lib\/platform\/database\/generated/,
    'only the database folder talks to PostgreSQL',
  ],
  [
    /^components\/client\//,
    /^(?!components\/(client\/|public\/tables\/table-|public\/search\/suggestion-label$)|lib\/features\/search\/suggestion$|react|@tanstack\/)/,
    'client scripts stay small: a reader’s browser gets only what a page needs there',
  ],
  [
    /^(app|lib|server|components\/(?!client\/))/,
    /^components\/client\//,
    'client scripts are a separate bundle that knows a page by its HTML',
  ],
  [/^(app|components|lib)\//, /^(scripts|tests|server)\//, 'the site runs without its server, commands and tests'],
]

/** Files longer than two screens, with the reason. */
const LONG: Record<string, string> = {}

const FOLDERS = ['app', 'components', 'lib', 'scripts', 'server', 'tests']
const LEFT_OUT = 'lib/platform/database/generated'

const entries = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).map((entry) => ({
    path: posix.join(entry.parentPath.slice(ROOT.length + 1).replaceAll('\\', '/'), entry.name),
    isFolder: entry.isDirectory(),
  })),
).filter(({ path }) => !path.startsWith(LEFT_OUT))
const files = entries
  .filter(({ path, isFolder }) => !isFolder && /\.(m?ts|tsx|mjs)$/.test(path))
  .map(({ path }) => path)
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

const violations = (path: string, code: string, rules = RULES): string[] =>
  importsOf(path, code).flatMap((target) =>
    rules
      .filter(([from, to]) => from.test(path) && to.test(target))
      .map(([, , why]) => `${path} imports ${target}: ${why}`),
  )

/** The folder of a file below `lib/`: a platform part, a record type or a feature. A file beside them counts as its own. */
const libFolder = (path: string): string | null => {
  const parts = path.split('/')
  if (parts[0] !== 'lib') return null
  return /^(vocabularies|text)$/.test(parts[1]!) ? `lib/${parts[1]}` : parts.slice(0, 3).join('/')
}

/** Import cycles between folders, one line each. */
function folderCycles(sources: ReadonlyMap<string, string>): string[] {
  const edges = new Map<string, Set<string>>()
  for (const [path, code] of sources) {
    const from = libFolder(path.replace(/\.(tsx?|mjs)$/, ''))
    if (!from) continue
    for (const target of runtimeImportsOf(path, code)) {
      const to = libFolder(target)
      if (to && to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to))
    }
  }
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>()
    const walk = (at: string): void => {
      for (const next of edges.get(at) ?? []) if (!seen.has(next)) walk(seen.add(next) && next)
    }
    walk(start)
    return seen
  }
  const reached = new Map([...edges.keys()].map((folder) => [folder, reach(folder)]))
  const circles = [...reached].flatMap(([folder, seen]) =>
    seen.has(folder)
      ? [
          [...seen]
            .filter((other) => reached.get(other)?.has(folder))
            .sort()
            .join(' ↔ '),
        ]
      : [],
  )
  return [...new Set(circles)]
}

/** Every file that people write, except applied migrations, content and messages. */
const WRITTEN = [
  ...[...FOLDERS, 'docs', 'prisma'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => posix.join(entry.parentPath.slice(ROOT.length + 1).replaceAll('\\', '/'), entry.name)),
  ),
  ...readdirSync(ROOT).filter((name) => /\.(md|m?ts)$|^\.env\.example$|^package\.json$/.test(name)),
]
const writtenFiles = WRITTEN.filter(
  (path) =>
    /\.(m?ts|tsx|mjs|css|md|prisma|json|example)$/.test(path) &&
    !/^(prisma\/(migrations|content)\/|tests\/unit\/retired-names\.ts$|docs\/benchmarks\/.*\.json$)/.test(path) &&
    !path.startsWith(LEFT_OUT),
)

const retired = new Set(RETIRED_NAMES)

/** The retired names in a file, each with its line. */
const retiredNamesIn = (path: string, text: string): string[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      (line.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? [])
        .filter((word) => retired.has(word))
        .map((word) => `${path}:${index + 1} uses ${word}`),
    )

/** A barrel: an index file that only re-exports. It hides where things are defined. */
const isBarrel = (path: string, code: string) =>
  /^index\.tsx?$/.test(basename(path)) &&
  code.replace(/^\s*(export\s[^;='"]*from\s*['"][^'"]+['"];?|\/\/.*)\s*$/gm, '').trim() === ''

const isVague = (path: string) => /^(utils?|helpers?|misc|common|services?|managers?)(\.tsx?)?$/.test(basename(path))
const lines = (code: string) => code.split('\n').length - 1

describe('the architecture', () => {
  test('every folder has files to check', () => {
    for (const folder of FOLDERS)
      expect(files.filter((path) => path.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(0)
  })
  test('imports point downward only', () => expect(files.flatMap((path) => violations(path, read(path)))).toEqual([]))
  test('folders form no cycles', () =>
    expect(folderCycles(new Map(files.map((path) => [path, read(path)])))).toEqual([]))
  test('no retired name is used in code, comments or documents', () =>
    expect(writtenFiles.flatMap((path) => retiredNamesIn(path, read(path)))).toEqual([]))
  test('a file fits on two screens', () =>
    expect(files.filter((path) => !LONG[path] && lines(read(path)) > 250)).toEqual([]))
  test('every file listed as long is still long', () =>
    expect(Object.keys(LONG).filter((path) => !files.includes(path) || lines(read(path)) <= 250)).toEqual([]))
  test('no file is a barrel', () => expect(files.filter((path) => isBarrel(path, read(path)))).toEqual([]))
  test('no folder or file has a vague name', () => expect(entries.map(({ path }) => path).filter(isVague)).toEqual([]))
})

describe('each rule catches its violation', () => {
  const caught: [path: string, code: string][] = [
    ['lib/platform/lists/filters.ts', "import type { Statement } from '@/lib/records/statements/schema'"],
    ['lib/records/statements/queries.ts', "import { search } from '@/lib/features/search/queries'"],
    ['lib/records/statements/queries.ts', "import { notFound } from 'next/navigation'"],
    ['app/api/health/route.ts', "import { writePool } from '@/lib/platform/database/pool'"],
    ['components/table.tsx', "import {\n  list,\n} from '@/lib/records/statements/queries'"],
    ['lib/records/statements/schema.ts', "export { create } from './storage'"],
    ['lib/records/statements/filters.ts', "import { readPool } from '@/lib/platform/database/pool'"],
    ['lib/records/statements/queries.ts', "const { prisma } = await import('@/lib/platform/database/write')"],
    ['lib/features/seed/load-content.ts', "import pg from 'pg'"],
    ['components/client/live-list.ts', "import { translator } from '@/lib/platform/i18n/translate'"],
    ['components/public/pages/record-list.tsx', "import { replaceList } from '@/components/client/replace-list'"],
    ['lib/platform/settings/settings.ts', "import '../../../scripts/paths.ts'"],
  ]
  test('every rule has a violation', () => expect(caught.length).toBe(RULES.length))
  test.each(caught.map(([path, code], index) => [path, code, RULES[index]!] as const))('%s: %s', (path, code, rule) => {
    expect(violations(path, code, [rule])).toHaveLength(1)
  })
  test('allowed imports pass', () => {
    expect(violations('app/[lang]/page.tsx', "import { list } from '@/lib/records/statements/queries'")).toEqual([])
    expect(violations('lib/platform/database/pool.ts', "import pg from 'pg'")).toEqual([])
  })
  test('a retired name matches as a whole word, case-sensitively', () => {
    const [name] = RETIRED_NAMES
    expect(retiredNamesIn('a.ts', `// See ${name}.\nconst ${name}s = ${name!.toLowerCase()}`)).toEqual([
      `a.ts:1 uses ${name}`,
    ])
  })
  test('a cycle of folders is detected, and type-only imports are ignored', () => {
    const cycle = (kind: string) =>
      new Map([
        ['lib/platform/lists/a.ts', "import { b } from '@/lib/platform/files/b'"],
        ['lib/platform/files/b.ts', `import ${kind}{ c } from '../lists/c'`],
      ])
    expect(folderCycles(cycle(''))).toEqual(['lib/platform/files ↔ lib/platform/lists'])
    expect(folderCycles(cycle('type '))).toEqual([])
  })
  test('barrels and vague names are detected', () => {
    expect(isBarrel('lib/index.ts', "// all\nexport * from './a'\nexport { b } from './b'\n")).toBe(true)
    expect(isBarrel('lib/index.ts', "export const a = 1\nexport * from './a'\n")).toBe(false)
    expect(['lib/utils', 'lib/helpers.ts', 'lib/utility-poles'].map(isVague)).toEqual([true, true, false])
  })
})
