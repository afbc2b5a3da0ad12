import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the framework's build made for every public page. */
export type Built = {
  /** Addresses of its styles. */
  styles: readonly string[]
  /** The classes that set the families of its fonts. */
  fonts: string
  /** A Link header that has the styles loaded early, and the fonts. */
  early: string
}

/** The settings that a build was made with. */
export const builtConfig = (built: string): unknown =>
  JSON.parse(readFileSync(join(built, 'required-server-files.json'), 'utf8')).config

/** Reads what a build made, from the framework's own lists of it; `folder` is the page's below `app`. */
export function readBuilt(built: string, folder: string): Built {
  const read = (path: string) => readFileSync(join(built, path), 'utf8')
  const listed = read(`server/app/${folder}/page_client-reference-manifest.js`)
  const ofLayout = listed.split('"entryCSSFiles"')[1]!.split(`/app/${folder}/layout":`)[1]!.split(']', 1)[0]!
  const styles = [...ofLayout.matchAll(/"path":"([^"]+)"/g)].map(([, path]) => path!)
  const rules = styles.map(read).join('')
  const fonts: Record<string, string[]> = JSON.parse(read('server/next-font-manifest.json')).app
  return {
    styles: styles.map(address),
    fonts: fontClasses(rules),
    early: [
      ...styles.map((path) => `<${address(path)}>; rel=preload; as="style"`),
      ...fonts[`[project]/app/${folder}/page`]!.map(
        (path) => `<${address(path)}>; rel=preload; as="font"; crossorigin=""; type="font/woff2"`,
      ),
    ].join(', '),
  }
}

/** The classes of `next/font`, as an element has them: a style sheet writes a digit at their beginning as "\\35 ". */
export const fontClasses = (css: string): string =>
  [...css.matchAll(/\.((?:\\[0-9a-f]{1,6} ?|\\.|[\w-])+_variable)\s*\{/gi)]
    .map(([, name]) =>
      name!.replace(/\\(?:([0-9a-f]{1,6}) ?|(.))/gi, (_, code?: string, plain?: string) =>
        code ? String.fromCodePoint(parseInt(code, 16)) : plain!,
      ),
    )
    .join(' ')

const address = (path: string) => `/_next/${path}`
