import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'
import { runtimeImportsOf } from '../imports-of'

/** `'use client'` files that public pages may reach, because they need no script in the browser. */
const ALLOWED: Record<string, string> = {
  'app/[lang]/error.tsx':
    'Next requires it of an error boundary; server/stages/error-pages.ts sends the page that readers see',
  'components/public/suggest/suggest-form.tsx':
    'useActionState exists only there; the form is rendered and sent without a script',
}

const filesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => /\.tsx?$/.test(path))

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** The project's files that a file imports at run time. */
const filesImportedBy = (path: string): string[] =>
  runtimeImportsOf(path, read(path)).flatMap((name) =>
    [`${name}.tsx`, `${name}.ts`].filter((file) => existsSync(join(ROOT, file))),
  )

function reachable(start: readonly string[]): string[] {
  const seen = new Set(start)
  for (const path of seen) for (const target of filesImportedBy(path)) seen.add(target)
  return [...seen].sort()
}

const isClient = (path: string) => /^\s*(\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*\s*['"]use client['"]/.test(read(path))

// Public pages are sent without Next's client runtime (server/stages/strip-client-runtime.ts), so a client component works in
// development only. Scripts for readers are in components/client.
test('no module that public pages import is a client component', () => {
  const start = ['app/[lang]', 'app/embed', 'components/public', 'components/ui'].flatMap(filesIn)
  const files = reachable(start)
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter(isClient)).toEqual(Object.keys(ALLOWED).sort())
})

// A `'use server'` file is a boundary: the bundle holds a reference to its functions, not their code.
const isServer = (path: string) => /^\s*['"]use server['"]/.test(read(path))

test('no client bundle reaches the database or the registry of record types', () => {
  const clients = ['app', 'components'].flatMap(filesIn).filter(isClient)
  expect(clients.length).toBeGreaterThan(20)
  const seen = new Set(clients)
  for (const path of seen) if (!isServer(path)) for (const target of filesImportedBy(path)) seen.add(target)
  const server = /^lib\/platform\/database\/|^lib\/records\/(registry|.*\/(storage|queries))\.ts$/
  expect([...seen].filter((path) => server.test(path))).toEqual([])
})
