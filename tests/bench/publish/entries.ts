import { publishDrafts, saveDrafts } from '@/lib/features/editing/commands'
import type { StatementInput } from '@/lib/records/statements/schema'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { newId } from '@/lib/platform/publishing/ids'
import { withConnection } from '@/scripts/postgres/databases'

/** A statement that is published repeatedly, and the addresses that show it. */
export type Entry = {
  id: string
  version: number
  officialId: string
  placeId: string
  placePath: string
  sourceId: string
}

/** New statements by existing officials, at different places as far as possible. */
export const entries = (database: string, count: number): Promise<Entry[]> =>
  withConnection(database, async (client) => {
    const { rows } = await client.query<Omit<Entry, 'id' | 'version'>>(
      `SELECT DISTINCT ON (jurisdiction_id) official_id AS "officialId", jurisdiction_id AS "placeId", path AS "placePath",
         (SELECT id FROM source ORDER BY id LIMIT 1) AS "sourceId"
       FROM role JOIN jurisdiction ON jurisdiction.id = jurisdiction_id WHERE NOT office LIKE 'us_%' AND office <> 'state_legislator'
       ORDER BY jurisdiction_id, official_id LIMIT $1`,
      [count],
    )
    return Array.from({ length: count }, (_, at) => ({ ...rows[at % rows.length]!, id: newId(), version: 0 }))
  })

/** A text that identifies the version of an entry. */
export const mark = ({ id }: Entry, version: number): string => `marked ${id} ${version} so`

/** The version of an entry in a text; 0 if it contains none. */
export const versionIn = (text: string, { id }: Entry): number =>
  Math.max(0, ...[...text.matchAll(new RegExp(`marked ${id} (\\d+) so`, 'g'))].map(([, version]) => Number(version)))

const inputOf = (entry: Entry, version: number): StatementInput => {
  const words = mark(entry, version)
  return {
    kind: 'remark',
    channel: 'interview',
    summary: { en: `Says that ${words}.`, es: `Dice que ${words}.` },
    topics: ['detainers'],
    rationales: [],
    notes: [],
    speakers: [{ asPrinted: null, officialId: entry.officialId, organizationId: null }],
    placeIds: [entry.placeId],
    date: { edtf: '2026-11-20' },
    variants: [
      {
        passages: [words],
        preferred: true,
        reason: null,
        citation: {
          sourceId: entry.sourceId,
          exact: `It was “${words}.”`,
          fidelity: 'reported_verbatim',
          found: 'found',
        },
      },
    ],
    positions: [],
    answersIds: [],
    citations: [],
  }
}

/** Publishes the next version of an entry, as the admin area does. */
export async function publishNext(entry: Entry): Promise<number> {
  const drafts = [
    {
      type: 'statements' as const,
      recordId: entry.id,
      baseVersion: entry.version,
      data: inputOf(entry, entry.version + 1),
    },
  ]
  await publishDrafts(SYSTEM, { draftIds: (await saveDrafts(SYSTEM, { drafts })) as string[] })
  return (entry.version += 1)
}
