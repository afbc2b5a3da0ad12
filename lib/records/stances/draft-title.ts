import { z } from 'zod'
import type { Transaction } from '@/lib/platform/database/write'
import { draftNameOf, placeNameOf } from '@/lib/records/shared/draft-names'
import { TOPIC, type TopicSlug } from '@/lib/vocabularies/topics'

const id = z.string().nullable().catch(null)
const Draft = z.object({
  organizationId: id,
  jurisdictionId: id,
  topic: z
    .string()
    .transform((slug) => TOPIC[slug as TopicSlug]?.en ?? '')
    .catch(''),
})

/** The body and the topic, as far as they are written. */
export async function stanceDraftTitle(tx: Transaction, data: unknown): Promise<string> {
  const { organizationId, jurisdictionId, topic } = Draft.parse(data)
  const body = (await draftNameOf(tx, 'organizations', organizationId)) || (await placeNameOf(tx, jurisdictionId))
  return [body, topic].filter(Boolean).join(': ')
}
