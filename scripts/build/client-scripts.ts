import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BuildOptions, build, context } from 'esbuild'
import { CLIENT_SCRIPTS } from '@/server/stages/strip-client-runtime'
import { ROOT } from '@/scripts/paths'

/** The entry point of each client script: one for every page, one for pages with a table. */
const ENTRIES = { site: './components/client/main', table: './components/client/table-entry' }
const NAMES = Object.keys(ENTRIES)

const OPTIONS = {
  absWorkingDir: ROOT,
  entryPoints: Object.entries(ENTRIES).map(([name, path]) => ({ in: path, out: name })),
  bundle: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
} satisfies BuildOptions

/** The folder, within Next's build output, that Next serves as `CLIENT_SCRIPTS`. */
const folderIn = (built: string) => join(built, CLIENT_SCRIPTS.replace('/_next/', ''))

/** The URLs of the client scripts by name, as JSON for the pages. */
const addresses = (files: readonly string[]) =>
  JSON.stringify(Object.fromEntries(NAMES.map((name, at) => [name, CLIENT_SCRIPTS + files[at]])))

/** Builds the client scripts of the pages, each with a content hash in its file name. */
export async function buildClientScripts() {
  const { outputFiles } = await build({
    ...OPTIONS,
    entryNames: '[name]-[hash]',
    outdir: 'browser',
    write: false,
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const files = outputFiles.map(({ path, contents }) => ({ name: basename(path), contents }))
  return {
    addresses: addresses(files.map(({ name }) => name)),
    /** Writes them next to Next's own assets, which are immutable too. */
    write: (built: string) => {
      mkdirSync(folderIn(built), { recursive: true })
      for (const { name, contents } of files) writeFileSync(join(folderIn(built), name), contents)
    },
  }
}

export const WATCHED = addresses(NAMES.map((name) => `${name}.js`))

/** For development: builds them now and after each change. Returns a function that stops watching. */
export async function watchClientScripts(built: string): Promise<() => Promise<void>> {
  const scripts = await context({ ...OPTIONS, outdir: folderIn(built), sourcemap: 'inline' })
  await scripts.rebuild()
  await scripts.watch()
  return () => scripts.dispose()
}
