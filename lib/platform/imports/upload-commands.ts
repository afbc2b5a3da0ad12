import { createHash } from 'node:crypto'
import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { networkCommand } from '@/lib/platform/commands/network-command'
import { sql } from '@/lib/platform/database/sql'
import { json } from '@/lib/platform/database/write'
import { Invalid } from '@/lib/platform/errors/errors'
import type { ParsedFile } from '@/lib/platform/files/read-file'
import { readUploadedFile } from '@/lib/platform/files/read-uploaded-file'
import { suggestOptions } from './approved-file'
import { type BatchState, writeMapping, writeRows } from './batch-storage'
import type { Importer, Importers } from './importer'
import { type Mapping, suggestColumns } from './mapping'
import { importerFor, openBatch } from './open-batch'
import { bytesOf, importBatch } from './queries'

const BatchId = z.uuid()
const Short = z.string().max(300)

/** The states in which columns can be mapped. */
const MAPPED: readonly BatchState[] = ['mapping', 'checking', 'preview']

/** The commands that read a file. A worker process reads it before the transaction begins. */
export const uploadCommands = (importers: Importers) => {
  const Upload = z.strictObject({
    kind: z.enum(Object.keys(importers) as [string, ...string[]]),
    fileName: z.string().trim().min(1).max(300),
    file: z.instanceof(Uint8Array),
  })
  const Columns = z.strictObject({
    id: BatchId,
    sheet: Short.optional(),
    columns: z.record(Short, Short),
    options: z.record(Short, z.string().max(2_000)).default({}),
  })

  // Called by `startImport` only, because `parsed` comes from a worker process, which removed forbidden characters: a
  // function keeps a million cells from being searched for them again.
  const storeUpload = command({
    name: 'imports.start',
    permission: 'record:import',
    input: Upload.extend({ parsed: z.custom<() => ParsedFile>() }),
    run: async ({ tx, actor, input: { kind, fileName, file, parsed } }) => {
      const importer = importerFor(importers, actor, kind)
      const { sheets, sheet, table } = parsed()
      const mapping: Mapping = {
        sheets,
        sheet,
        firstSheet: sheet,
        headings: table.headings,
        blank: table.blank,
        columns: suggestColumns(importer.columns, table.headings),
        options: suggestOptions(importer, fileName),
        corrections: {},
      }
      const sha256 = createHash('sha256').update(file).digest('hex')
      const data = {
        kind,
        fileName,
        sha256,
        mapping: json(mapping),
        state: 'mapping',
        byId: actor.id,
        writerIds: [actor.id],
      }
      const { id } = await tx.importBatch.create({ data })
      // Prisma would encode the bytes as text first.
      const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
      await tx.rows(sql`INSERT INTO import_file (batch_id, bytes) VALUES (${id}::uuid, ${bytes})`)
      await writeRows(tx, id, table.rows)
      return id
    },
    detail: ({ kind }, id) => ({ batch: id, kind }),
  })

  // Called by `mapImport` only, because `parsed` comes from a worker process.
  const storeMapping = command({
    name: 'imports.map',
    permission: 'record:import',
    input: Columns.extend({ parsed: z.custom<(() => ParsedFile) | null>() }),
    run: async ({ tx, actor, input }) => {
      const { batch, importer } = await openBatch(tx, importers, actor, input.id, MAPPED)
      let mapping: Mapping = { ...batch.mapping, options: pick(importer.options ?? [], input.options) }
      if (input.parsed) {
        const { sheet, table } = input.parsed()
        const { headings, blank } = table
        const columns = suggestColumns(importer.columns, headings)
        mapping = { ...mapping, sheet, headings, blank, columns, corrections: {} }
        await writeRows(tx, input.id, table.rows)
        await writeMapping(tx, actor, batch, mapping, 'mapping')
        return 'mapping' as const
      }
      const columns = chosen(importer, mapping, input.columns)
      await writeMapping(tx, actor, batch, { ...mapping, columns }, 'checking')
      return 'checking' as const
    },
    detail: ({ id }) => ({ batch: id }),
  })

  return {
    /** Reads and stores a file, and suggests a column mapping. Publishes nothing. */
    startImport: networkCommand({
      name: 'imports.start',
      permission: 'record:import',
      input: Upload,
      run: async (actor, upload): Promise<string> => {
        importerFor(importers, actor, upload.kind)
        const parsed = await readUploadedFile(upload.file)
        return storeUpload(actor, { ...upload, parsed: () => parsed })
      },
    }),

    /** Sets the sheet and maps its headings to columns. The rows must then be checked. */
    mapImport: networkCommand({
      name: 'imports.map',
      permission: 'record:import',
      input: Columns,
      run: async (actor, input): Promise<'mapping' | 'checking'> => {
        const batch = await importBatch(input.id)
        const isOther = batch && input.sheet && input.sheet !== batch.mapping.sheet && MAPPED.includes(batch.state)
        if (isOther) importerFor(importers, actor, batch.kind)
        const parsed = isOther ? await readUploadedFile(await bytesOf(input.id), input.sheet) : null
        return storeMapping(actor, { ...input, parsed: parsed && (() => parsed) })
      },
    }),
  }
}

const pick = (options: readonly { name: string }[], given: Readonly<Record<string, string>>) =>
  Object.fromEntries(options.map(({ name }) => [name, (given[name] ?? '').trim()]))

/** Validates the chosen columns: existing headings, each used once, and all required columns present. */
const chosen = (importer: Importer, { headings }: Mapping, given: Readonly<Record<string, string>>) => {
  const columns = importer.columns.flatMap(({ name }) => (given[name] ? [[name, given[name]] as const] : []))
  const issues: Record<string, string[]> = {}
  for (const [name, heading] of columns) {
    if (!headings.includes(heading)) issues[name] = ['imports.map.unknownHeading']
    else if (columns.some(([other, same]) => other !== name && same === heading)) issues[name] = ['imports.map.twice']
  }
  for (const { name, required } of importer.columns)
    if (required && !given[name]) issues[name] = ['imports.map.missing']
  if (Object.keys(issues).length) throw new Invalid(issues)
  return Object.fromEntries(columns)
}
