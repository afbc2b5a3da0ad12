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

/** `approvedLists`: the kinds of public lists whose imports an administrator has approved in advance. */
export type SitePolicy = z.infer<typeof SitePolicy> & { approvedLists: string[] }

const DEFAULTS = { publishOwn: true, timeZone: 'America/New_York' }

/** One row for each list, so that it is known who approved it. */
const listKey = (kind: string) => `approvedList/${kind}`

const policyOf = (rows: { key: string; value: unknown }[]): SitePolicy => {
  const chosen = Object.fromEntries(rows.filter(({ key }) => key in DEFAULTS).map(({ key, value }) => [key, value]))
  const parsed = SitePolicy.safeParse({ ...DEFAULTS, ...chosen })
  const approvedLists = rows.flatMap(({ key }) => (key.startsWith(listKey('')) ? key.slice(listKey('').length) : []))
  return { ...(parsed.success ? parsed.data : DEFAULTS), approvedLists: approvedLists.toSorted() }
}

export const policyIn = async (tx: Transaction): Promise<SitePolicy> => policyOf(await tx.siteSetting.findMany())

export const sitePolicy = async (): Promise<SitePolicy> =>
  policyOf(await sql`SELECT key, value FROM site_setting`.rows<{ key: string; value: unknown }>())

/** The administrator who approved a list by name; null if none did. */
export const listApprover = async (tx: Transaction, kind: string): Promise<string | null> =>
  (await tx.siteSetting.findUnique({ where: { key: listKey(kind) } }))?.byId ?? null

export const changePolicy = command({
  name: 'policy.change',
  permission: 'policy:change',
  input: SitePolicy.extend({
    /** Lists that are left out lose their approval. Without this field nothing changes. */
    approvedLists: z
      .array(z.string().regex(/^[a-z0-9-]{1,60}$/))
      .max(50)
      .optional(),
  }),
  run: async ({ tx, actor, input: { approvedLists, ...policy } }) => {
    for (const [key, value] of Object.entries(policy)) {
      const row = { value: json(value), byId: actor.id, at: new Date() }
      await tx.siteSetting.upsert({ where: { key }, create: { key, ...row }, update: row })
    }
    if (!approvedLists) return
    const keys = approvedLists.map(listKey)
    await tx.siteSetting.deleteMany({ where: { key: { startsWith: listKey(''), notIn: keys } } })
    const data = keys.map((key) => ({ key, value: json(true), byId: actor.id }))
    await tx.siteSetting.createMany({ data, skipDuplicates: true })
  },
  detail: (input) => input,
})
