import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuildAssets, compressBuildAssets, readBuildAssets } from '@/server/build-assets'

const CSS = 'body{color:black}'.repeat(400)
let built: string
let assets: BuildAssets

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'build-'))
  mkdirSync(join(built, 'static/chunks'), { recursive: true })
  writeFileSync(join(built, 'static/chunks/a.css'), CSS)
  writeFileSync(join(built, 'static/tiny.js'), '1')
  writeFileSync(join(built, 'static/font.woff2'), CSS)
  await compressBuildAssets(built)
  assets = readBuildAssets(built)
})
afterAll(() => rmSync(built, { recursive: true }))

test('each file of the build has an address, and nothing else has', () =>
  expect([...assets.keys()].toSorted()).toEqual([
    '/_next/static/chunks/a.css',
    '/_next/static/font.woff2',
    '/_next/static/tiny.js',
  ]))

test('a file is the same in each encoding', () => {
  const { bodies, type } = assets.get('/_next/static/chunks/a.css')!
  expect(type).toBe('text/css; charset=utf-8')
  expect([bodies.identity, brotliDecompressSync(bodies.br), gunzipSync(bodies.gzip)].map(String)).toEqual([
    CSS,
    CSS,
    CSS,
  ])
  expect(Math.max(bodies.br.length, bodies.gzip.length)).toBeLessThan(CSS.length / 2)
})

test('a file that compression does not make smaller is sent as it is', () => {
  for (const path of ['/_next/static/font.woff2', '/_next/static/tiny.js']) {
    const { bodies } = assets.get(path)!
    expect([bodies.br, bodies.gzip]).toEqual([bodies.identity, bodies.identity])
  }
})

test('Next’s own output is left as it is', () =>
  expect(readFileSync(join(built, 'static/chunks/a.css'), 'utf8')).toBe(CSS))
