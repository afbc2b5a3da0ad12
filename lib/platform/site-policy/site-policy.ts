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
export type SitePolicy = z.infer<typeof SitePolicy>

const DEFAULTS: SitePolicy = { publishOwn: true, timeZone: 'America/New_York' }

const policyOf = (rows: { key: string; value: unknown }[]): SitePolicy => {
  const chosen = Object.fromEntries(rows.filter(({ key }) => key in DEFAULTS).map(({ key, value }) => [key, value]))
  const parsed = SitePolicy.safeParse({ ...DEFAULTS, ...chosen })
  return parsed.success ? parsed.data : DEFAULTS
}

export const policyIn = async (tx: Transaction): Promise<SitePolicy> => policyOf(await tx.siteSetting.findMany())

export const sitePolicy = async (): Promise<SitePolicy> =>
  policyOf(await sql`SELECT key, value FROM site_setting`.rows<{ key: string; value: unknown }>())

export const changePolicy = command({
  name: 'policy.change',
  permission: 'policy:change',
  input: SitePolicy,
  run: async ({ tx, actor, input }) => {
    for (const [key, value] of Object.entries(input)) {
      const row = { value: json(value), byId: actor.id, at: new Date() }
      await tx.siteSetting.upsert({ where: { key }, create: { key, ...row }, update: row })
    }
  },
  detail: (input) => input,
})
