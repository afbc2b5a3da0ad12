import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { charactersOf } from './glyphs'

const FILES = [
  ['source-serif-4', 'Serif', 400],
  ['source-serif-4', 'Serif', 600],
  ['public-sans', 'Sans', 400],
  ['public-sans', 'Sans', 600],
] as const
const SUBSETS = [
  ['latin', ''],
  ['latin-ext', ' Ext'],
] as const

/** Loads the site's fonts in the format that the image renderer needs, and the set of characters that they support. */
async function load() {
  const fonts = await Promise.all(
    FILES.flatMap(([family, name, weight]) =>
      SUBSETS.map(async ([subset, suffix]) => ({
        name: name + suffix,
        weight,
        style: 'normal' as const,
        data: await readFile(
          join(process.cwd(), `node_modules/@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`),
        ),
      })),
    ),
  )
  const perFace = FILES.map(
    ([, name, weight]) =>
      new Set(
        fonts
          .filter((font) => font.weight === weight && font.name.startsWith(name))
          .flatMap(({ data }) => [...charactersOf(data)]),
      ),
  )
  const [first, ...others] = perFace
  return { fonts, characters: new Set([...first!].filter((code) => others.every((one) => one.has(code)))) }
}

let loaded: ReturnType<typeof load> | undefined

/** Memoized. A failed load is retried. */
export const pictureFonts = (): ReturnType<typeof load> =>
  (loaded ??= load().catch((error: unknown) => {
    loaded = undefined
    throw error
  }))
