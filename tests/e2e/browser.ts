import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { DATA, ROOT } from '@/scripts/paths'

type Browser = { executablePath: string; args: string[]; env: Environment }
type Environment = Record<string, string>

// The last two are for containers. None of them changes a page's permissions.
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu']

/**
 * The Chromium for the tests: CHROMIUM_PATH, else the npm package's headless build, else the system's. The headless build
 * needs a fifth of a full browser's time per page.
 */
export function findBrowser(): Browser {
  const env = { ...process.env } as Environment
  const chosen = process.env.CHROMIUM_PATH
  if (chosen && !starts(chosen, env)) throw new Error(`CHROMIUM_PATH=${chosen} does not start: correct it.`)
  if (chosen) return { executablePath: chosen, args: ARGS, env }
  const packaged = unpack()
  // Its bundled libraries and fonts are for systems without them.
  const libraries = { ...env, LD_LIBRARY_PATH: join(packaged, 'lib') }
  const fonts = { FONTCONFIG_FILE: join(packaged, 'fonts.conf') }
  const executablePath = join(packaged, 'chromium')
  for (const each of [env, libraries]) {
    if (starts(executablePath, each)) return { executablePath, args: ARGS, env: { ...each, ...fonts } }
  }
  const path = onPath('chromium', 'chromium-browser', 'google-chrome').find((one) => starts(one, env))
  if (path) return { executablePath: path, args: ARGS, env }
  throw new Error('No browser starts here: install Chromium (apt-get install chromium), or set CHROMIUM_PATH.')
}

const onPath = (...names: string[]): string[] =>
  names.flatMap((name) =>
    (process.env.PATH ?? '')
      .split(delimiter)
      .map((folder) => join(folder, name))
      .filter((path) => existsSync(path)),
  )

const starts = (path: string, env: Environment) =>
  spawnSync(path, ['--version', '--no-sandbox'], { env: env as NodeJS.ProcessEnv, timeout: 120_000 }).status === 0

/** Unpacks the browser of @sparticuz/chromium once. A partial copy is never used. */
function unpack(): string {
  const source = join(ROOT, 'node_modules', '@sparticuz', 'chromium')
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const target = join(DATA, `chromium-${version}`)
  if (existsSync(target)) return target

  const part = `${target}.${process.pid}`
  const unzipped = (name: string): Buffer => brotliDecompressSync(readFileSync(join(source, 'bin', name)))
  write(join(part, 'chromium'), unzipped('chromium.br'))
  for (const name of ['al2023', 'fonts', 'swiftshader']) untar(unzipped(`${name}.tar.br`), part)
  const folders = [join(target, 'fonts'), '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('')
  const fonts = `<fontconfig>${folders}<cachedir>${join(target, 'font-cache')}</cachedir></fontconfig>\n`
  write(join(part, 'fonts.conf'), Buffer.from(fonts))
  try {
    renameSync(part, target)
  } catch {
    rmSync(part, { recursive: true }) // another process was faster
  }
  return target
}

/** Writes the plain files of a tar archive: 512-byte headers with name and octal size, each before its content. */
function untar(archive: Buffer, folder: string): void {
  const text = (from: number, length: number) => archive.toString('utf8', from, from + length).split('\0')[0]!
  for (let at = 0; text(at, 100);) {
    const [name, size, kind] = [text(at, 100), parseInt(text(at + 124, 12), 8) || 0, text(at + 156, 1)]
    if (kind === '0' || kind === '') write(join(folder, name), archive.subarray(at + 512, at + 512 + size))
    at += 512 + Math.ceil(size / 512) * 512
  }
}

function write(path: string, content: Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  chmodSync(path, 0o755)
}
