import { beginImport, checkImport, mapImport, startImport, stepImport } from '@/lib/features/imports/commands'
import type { Actor } from '@/lib/platform/commands/permissions'
import { type ImportBatch, importBatch } from '@/lib/platform/imports/queries'

export const EDITOR = { id: 'editor-1', role: 'editor' } as const
export const ADMINISTRATOR = { id: 'administrator-1', role: 'administrator' } as const

type Options = { actor?: Actor; fileName?: string; options?: Record<string, string> }

/** Rows as CSV text. */
export const csv = (...rows: string[][]): Uint8Array =>
  Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))

/** Uploads a file and waits for its preview. */
export async function preview(kind: string, file: Uint8Array, options: Options = {}): Promise<string> {
  const { actor = EDITOR, fileName = 'list.csv' } = options
  const id = await startImport(actor, { kind, fileName, file })
  const { mapping } = (await importBatch(id))!
  await mapImport(actor, { id, columns: mapping.columns, options: { ...mapping.options, ...options.options } })
  await checkImport(actor, { id })
  return id
}

export async function runToEnd(id: string, actor: Actor = EDITOR): Promise<ImportBatch> {
  while ((await stepImport(actor, { id })).left > 0);
  return (await importBatch(id))!
}

/** Imports all valid rows of a file. */
export async function importAll(kind: string, file: Uint8Array, options: Options = {}): Promise<ImportBatch> {
  const id = await preview(kind, file, options)
  await beginImport(options.actor ?? EDITOR, { id })
  return runToEnd(id, options.actor)
}
