import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { sql } from '@/lib/platform/database/sql'
import { type Transaction, json } from '@/lib/platform/database/write'

/** Validates the name of a time zone, such as "America/New_York". */
export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

/** The settings that administrators choose for the site. */
export const SitePolicy = z.strictObject({
  /** Allows editors to publish their own drafts. If false, a second person has to publish them. */
  publishOwn: z.boolean(),
  /** The time zone of the admin area. */
  timeZone: z.string().refine(isTimeZone, 'Choose a time zone such as America/New_York.'),
})

/** A file of a public list that an administrator approved in advance. Its name counts, because it may say the list's date. */
const ApprovedFile = z.strictObject({ sha256: z.string(), fileName: z.string() })
export type ApprovedFile = z.infer<typeof ApprovedFile>

/** `approvedFiles`: by kind of list, the file whose import is approved. */
export type SitePolicy = z.infer<typeof SitePolicy> & { approvedFiles: Readonly<Record<string, ApprovedFile>> }

const DEFAULTS = { publishOwn: true, timeZone: 'America/New_York' }

/** One row for each list, so that it is known who approved its file. */
const PREFIX = 'approvedFile/'

const policyOf = (rows: { key: string; value: unknown }[]): SitePolicy => {
  const chosen = Object.fromEntries(rows.filter(({ key }) => key in DEFAULTS).map(({ key, value }) => [key, value]))
  const parsed = SitePolicy.safeParse({ ...DEFAULTS, ...chosen })
  const files = rows.filter(({ key }) => key.startsWith(PREFIX))
  const approvedFiles = files.map(({ key, value }) => [key.slice(PREFIX.length), ApprovedFile.parse(value)])
  return { ...(parsed.success ? parsed.data : DEFAULTS), approvedFiles: Object.fromEntries(approvedFiles) }
}

export const policyIn = async (tx: Transaction): Promise<SitePolicy> => policyOf(await tx.siteSetting.findMany())

export const sitePolicy = async (): Promise<SitePolicy> =>
  policyOf(await sql`SELECT key, value FROM site_setting`.rows<{ key: string; value: unknown }>())

/** The approved file of a list, and the administrator who approved it. */
export async function approvalOfList(tx: Transaction, kind: string): Promise<(ApprovedFile & { byId: string }) | null> {
  const row = await tx.siteSetting.findUnique({ where: { key: PREFIX + kind } })
  return row && { ...ApprovedFile.parse(row.value), byId: row.byId }
}

/** A line as `sha256sum` prints it. */
const CHECKSUM = /^([0-9a-f]{64})[ *]+(\S.{0,299})$/i

export const changePolicy = command({
  name: 'policy.change',
  permission: 'policy:change',
  input: SitePolicy.extend({
    /** By kind of list, the checksum and name of its approved file. Lists that are left out lose their approval. */
    approvedFiles: z
      .record(z.string().regex(/^[a-z0-9-]{1,60}$/), z.string().trim().regex(CHECKSUM, 'people.approvedFileForm'))
      .optional(),
  }),
  run: async ({ tx, actor, input: { approvedFiles, ...policy } }) => {
    const write = async (key: string, value: unknown) => {
      const row = { value: json(value), byId: actor.id, at: new Date() }
      await tx.siteSetting.upsert({ where: { key }, create: { key, ...row }, update: row })
    }
    for (const [key, value] of Object.entries(policy)) await write(key, value)
    if (!approvedFiles) return
    const keys = Object.keys(approvedFiles).map((kind) => PREFIX + kind)
    await tx.siteSetting.deleteMany({ where: { key: { startsWith: PREFIX, notIn: keys } } })
    for (const [kind, line] of Object.entries(approvedFiles)) {
      const [, sha256 = '', fileName = ''] = CHECKSUM.exec(line)!
      const file = { sha256: sha256.toLowerCase(), fileName }
      // The approver of a file stays its second person when another administrator saves the page.
      const approved = await approvalOfList(tx, kind)
      if (approved?.sha256 !== file.sha256 || approved.fileName !== fileName) await write(PREFIX + kind, file)
    }
  },
  detail: ({ approvedFiles = {}, ...policy }) => ({ ...policy, approvedFiles: Object.keys(approvedFiles) }),
})
