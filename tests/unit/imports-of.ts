import { posix } from 'node:path'

/** What a file imports: packages by name, files by their path in the project, without an ending. */
export function importsOf(path: string, code: string): string[] {
  const found = code.matchAll(/^\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)|\bimport\s*\(?\s*['"]([^'"]+)/gm)
  return [...found].map((match) => {
    const name = (match[1] ?? match[2])!
    const inside = name.startsWith('@/')
      ? name.slice(2)
      : name.startsWith('.')
        ? posix.join(posix.dirname(path), name)
        : null
    return inside?.replace(/\.(tsx?|mjs)$/, '') ?? name
  })
}

/** What a file imports at run time; imports of types alone are erased. */
export const runtimeImportsOf = (path: string, code: string): string[] =>
  importsOf(
    path,
    code
      .replace(/^\s*(import|export) type [^'"]*?from\s*['"][^'"]+['"]/gm, '')
      .replace(/^\s*(import|export) \{(\s*type \w+( as \w+)?,?)+\s*\} from\s*['"][^'"]+['"]/gm, ''),
  )
