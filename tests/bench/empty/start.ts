import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceHash } from '@/scripts/build/build'
import { DATA, ROOT } from '@/scripts/paths'
import { freePort } from '@/scripts/postgres/launch'
import { run } from '@/scripts/cli/child-process'
import { type Program, startProgram } from '../api-clients'

const SOURCE = join(ROOT, 'tests', 'bench', 'empty')
const FOLDER = join(DATA, 'bench', 'empty')
const CONTENT = join(FOLDER, 'content.html')
const NEXT = 'node_modules/next/dist/bin/next'

/** An empty Next app, with a static page that has the content of one of our pages. It is built once. */
export async function startEmpty(pageOfOurs: string): Promise<Program> {
  const hash = sourceHash(ROOT, ['tests/bench/empty', 'package-lock.json'])
  const note = join(FOLDER, 'built')
  const env = { NODE_ENV: 'production', EMPTY_ROOT: ROOT, EMPTY_CONTENT: CONTENT }
  if (!existsSync(note) || readFileSync(note, 'utf8') !== hash) {
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
    for (const part of ['app', 'next.config.ts']) cpSync(join(SOURCE, part), join(FOLDER, part), { recursive: true })
    const html = await fetch(pageOfOurs).then((response) => response.text())
    writeFileSync(CONTENT, /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html)
    await run('next build of the empty app', NEXT, ['build', FOLDER], env)
    writeFileSync(note, hash)
  }
  const port = await freePort()
  const args = [NEXT, 'start', FOLDER, '-p', String(port), '-H', '127.0.0.1']
  return startProgram({ program: process.execPath, args, env, origin: `http://127.0.0.1:${port}`, ready: '/route' })
}
