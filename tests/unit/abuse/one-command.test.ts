import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated'))
    .map((entry) => join(entry.parentPath, entry.name))
const read = (path: string) => readFileSync(path, 'utf8')

/** The names under which commands are defined: "export const submitDraft = command({", "  saveDraft: command({". */
const commands = new Set(
  filesIn('lib').flatMap((path) =>
    [...read(path).matchAll(/^(?:export const |const | {2,4})(\w+)(?::| =) (?:command|networkCommand)\(/gm)].map(
      ([, name]) => name!,
    ),
  ),
)

/** The declarations at the top of a file, each with the commands that it runs. */
const commandsOf = (code: string): string[][] =>
  code
    .split(/^(?=export |const |async function |function )/m)
    .map((part) => [...new Set([...part.matchAll(/formAction\(\s*(\w+)|\b(\w+)\(/g)].flatMap(([, a, b]) => [a!, b!]))])
    .map((names) => names.filter((name) => commands.has(name)))

test('no form of the admin area runs more than one command', () => {
  const files = filesIn('app/admin').filter((path) => !path.endsWith('page.tsx'))
  const found = files.flatMap((path) =>
    commandsOf(read(path)).map((names) => ({ path: path.slice(ROOT.length + 1), names })),
  )
  expect(found.filter(({ names }) => names.length > 1)).toEqual([])
  expect(commands.size).toBeGreaterThan(75)
  expect(found.filter(({ names }) => names.length === 1).length).toBeGreaterThan(40)
})

test('a function that runs two is found', () => {
  const code = 'export async function begin() {\n  await startDraft(a, b)\n  await draftSuggestion(a, b)\n}\n'
  expect(commandsOf(code)).toContainEqual(['startDraft', 'draftSuggestion'])
})
