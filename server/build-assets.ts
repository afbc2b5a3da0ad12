import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { type Encoding, compress, isCompressible } from './stages/compression'

/** Where the build keeps the compressed files, beside Next's own output. */
const COMPRESSED = 'compressed'
const SUFFIXES = { br: '.br', gzip: '.gz' } as const

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}
const typeOf = (file: string) => TYPES[extname(file)] ?? 'application/octet-stream'

export type BuildAsset = { type: string; isCompressible: boolean; bodies: Readonly<Record<Encoding, Buffer>> }

/** The files of a build by their path, such as "/_next/static/chunks/a.css". Nothing is added to it afterwards. */
export type BuildAssets = ReadonlyMap<string, BuildAsset>

const filesOf = (built: string): string[] =>
  readdirSync(join(built, 'static'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(built, 'static').length + 1))

/** For the build: writes each file once more in each encoding that makes it smaller. */
export async function compressBuildAssets(built: string): Promise<void> {
  rmSync(join(built, COMPRESSED), { recursive: true, force: true })
  for (const file of filesOf(built)) {
    if (!isCompressible(typeOf(file))) continue
    const body = readFileSync(join(built, 'static', file))
    for (const [encoding, suffix] of Object.entries(SUFFIXES)) {
      const compressed = await compress(body, encoding as Encoding, 'max')
      const target = join(built, COMPRESSED, file + suffix)
      mkdirSync(dirname(target), { recursive: true })
      if (compressed.length < body.length) writeFileSync(target, compressed)
    }
  }
}

/** Reads all files of a build, about two megabytes. */
export const readBuildAssets = (built: string): BuildAssets =>
  new Map(
    filesOf(built).map((file) => {
      const identity = readFileSync(join(built, 'static', file))
      const compressed = (encoding: keyof typeof SUFFIXES) => {
        const path = join(built, COMPRESSED, file + SUFFIXES[encoding])
        return existsSync(path) ? readFileSync(path) : identity
      }
      const bodies = { identity, br: compressed('br'), gzip: compressed('gzip') }
      const asset = { type: typeOf(file), isCompressible: isCompressible(typeOf(file)), bodies }
      return [`/_next/static/${file.replaceAll('\\', '/')}`, asset]
    }),
  )
