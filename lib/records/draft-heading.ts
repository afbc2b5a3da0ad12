import { z } from 'zod'
import { identifier, sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import type { Heading } from '@/lib/platform/publishing/working-copy'
import { TOPIC, type TopicSlug } from '@/lib/vocabularies/topics'

// Draft data is unvalidated, so each part is parsed on its own.
const Names = z.object({
  name: z.string().catch(''),
  fullName: z.string().catch(''),
  words: z.string().catch(''),
  title: z.union([z.string(), z.object({ en: z.string() }).transform((text) => text.en)]).catch(''),
  summary: z
    .object({ en: z.string() })
    .transform((text) => text.en)
    .catch(''),
  topic: z
    .string()
    .transform((slug) => TOPIC[slug as TopicSlug]?.en ?? '')
    .catch(''),
  organizationId: z.string().nullable().catch(null),
  jurisdictionId: z.string().nullable().catch(null),
  speakers: z
    .array(
      z.object({ officialId: z.string().nullable().catch(null), organizationId: z.string().nullable().catch(null) }),
    )
    .catch([]),
})

/** The heading of a draft in admin lists: the future heading of the published entry, as far as it is written. */
export const draftHeading: Heading = async (tx, type, data) => {
  const { name, fullName, words, title, summary, topic, speakers, ...body } = Names.parse(data)
  const short = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text)
  if (type === 'statements') {
    const named = await Promise.all(
      speakers
        .slice(0, 2)
        .map(async ({ officialId, organizationId }) =>
          officialId ? nameOf(tx, 'officials', officialId) : nameOf(tx, 'organizations', organizationId),
        ),
    )
    return short([named.filter(Boolean).join(', '), summary].filter(Boolean).join(': '))
  }
  if (type === 'stances') {
    const who = (await nameOf(tx, 'organizations', body.organizationId)) || (await placeName(tx, body.jurisdictionId))
    return [who, topic].filter(Boolean).join(': ')
  }
  return short(fullName || name || title || words)
}

/** The name of an official or an organization, published or draft. */
async function nameOf(tx: Transaction, type: 'officials' | 'organizations', id: string | null): Promise<string> {
  if (!id) return ''
  const table = identifier(type === 'officials' ? 'official' : 'organization')
  const [found] = await tx.rows<{ name: string }>(sql`
    SELECT coalesce((SELECT name FROM ${table} WHERE id = ${id}), title, '') AS name
    FROM (VALUES (1)) AS one LEFT JOIN draft ON draft.id = ${`${type}-${id}`}`)
  return found!.name
}

const placeName = async (tx: Transaction, id: string | null): Promise<string> =>
  (id && (await tx.jurisdiction.findUnique({ where: { id }, select: { fullName: true } }))?.fullName) || ''
