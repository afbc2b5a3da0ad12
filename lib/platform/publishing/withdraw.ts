import { Prisma, type Transaction, json } from '@/lib/platform/database/write'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import type { Text } from '@/lib/platform/i18n/locale'
import { writeLinks } from './cards'
import { currentRevision } from './current-revision'
import { publicationTime } from './publication-time'
import { type Published, notifyPublished, appendRevisions, lockedVersion } from './publish'
import type { RecordLink, RecordTypes } from './record-type'

/**
 * Takes a record off the public pages. Its history stays, and its address shows the reason.
 * @throws NotFound if it is not published; Conflict if other records link to it.
 */
export async function withdraw(
  tx: Transaction,
  types: RecordTypes,
  byId: string,
  link: RecordLink,
  reason: Text,
): Promise<Published> {
  const { type, id } = link
  const version = (await lockedVersion(tx, link)) + 1
  const last = await currentRevision(tx, link)
  if (!last || last.kind === 'withdrawn') throw new NotFound()
  const linking = await tx.reference.count({ where: { toType: type, toId: id } })
  if (linking > 0) throw new Conflict('publishing.linked', { count: linking })

  const table = Prisma.raw(`"${types[type]!.table}"`)
  const [gone] = await tx.$queryRaw<{ path: string }[]>`DELETE FROM ${table} WHERE id = ${id} RETURNING path`
  if (!gone) throw new NotFound()
  await tx.name.deleteMany({ where: { type, recordId: id } })
  const named = await writeLinks(tx, [{ from: link, to: [] }])
  const { data, card } = last
  await appendRevisions(tx, [
    { ...link, version, kind: 'withdrawn', data, card, reason, byId, at: await publicationTime(tx) },
  ])
  await tx.tombstone.create({ data: { type, recordId: id, path: gone.path, version, reason: json(reason) } })
  const withdrawn = { ...link, version }
  await notifyPublished(tx, [withdrawn], named)
  return withdrawn
}
