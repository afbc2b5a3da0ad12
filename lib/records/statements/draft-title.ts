import { z } from 'zod'
import type { Transaction } from '@/lib/platform/database/write'
import { draftNameOf } from '@/lib/records/shared/draft-names'

const id = z.string().nullable().catch(null)
const Draft = z.object({
  speakers: z.array(z.object({ officialId: id, organizationId: id })).catch([]),
  summary: z
    .object({ en: z.string() })
    .transform((text) => text.en)
    .catch(''),
})

/** The first two speakers and the summary, as far as they are written. */
export async function statementDraftTitle(tx: Transaction, data: unknown): Promise<string> {
  const { speakers, summary } = Draft.parse(data)
  const names = await Promise.all(
    speakers
      .slice(0, 2)
      .map(({ officialId, organizationId }) =>
        officialId ? draftNameOf(tx, 'officials', officialId) : draftNameOf(tx, 'organizations', organizationId),
      ),
  )
  return [names.filter(Boolean).join(', '), summary].filter(Boolean).join(': ')
}
