import type { Actor } from '@/lib/platform/commands/permissions'
import { identifier, sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import { policyIn } from '@/lib/platform/site-policy/site-policy'
import { hasWritten } from '@/lib/platform/publishing/may-publish'
import type { ToPublish } from '@/lib/platform/publishing/assert-publishable'
import type { RecordLink, RecordTypes } from '@/lib/platform/publishing/record-type'
import { draftIdOf } from '@/lib/platform/publishing/working-copy'
import type { CheckInputs, NamedFacts, SourceFacts } from './checklist'
import { citationsIn } from '@/lib/records/citations-in'
import { recordsNamedIn } from '@/lib/records/records-named-in'

/** Inputs of the publishing checks for drafts published together. */
export async function checkInputsFor(
  tx: Transaction,
  types: RecordTypes,
  actor: Actor,
  drafts: readonly ToPublish[],
): Promise<CheckInputs[]> {
  const named = await namedBy(tx, types, drafts)
  const sources = await sourcesOf(tx, drafts)
  const needsSecondPerson = !(await policyIn(tx)).publishOwn
  const facts: CheckInputs[] = []
  for (const draft of drafts) {
    const { type, data } = draft
    const aside = await tx.draftSave.count({ where: { draftId: draft.id, aside: true } })
    const secondPerson = !needsSecondPerson ? 'not_asked' : hasWritten(draft, actor) ? 'missing' : 'present'
    facts.push({ type, data, sources, named: named.get(draft.id)!, secondPerson, aside })
  }
  return facts
}

/** Records that each draft references: whether they are published, and whether they are in the same batch. */
export async function namedBy(
  tx: Transaction,
  types: RecordTypes,
  drafts: readonly ToPublish[],
): Promise<Map<string, NamedFacts[]>> {
  const all = drafts.flatMap(({ data }) => recordsNamedIn(data))
  const { published, titles } = await existingRecords(tx, types, all)
  const together = new Set(drafts.map(({ id }) => id))
  return new Map(
    drafts.map(({ id, data }) => [
      id,
      recordsNamedIn(data).map((one) => {
        const draftId = draftIdOf(one)
        const is = published.has(draftId)
        const title = titles.get(draftId) ?? ''
        return {
          ...one,
          title,
          published: is,
          draftId: titles.has(draftId) ? draftId : null,
          together: together.has(draftId),
        }
      }),
    ]),
  )
}

type Existing = { published: ReadonlySet<string>; titles: ReadonlyMap<string, string> }

/** Published records and open drafts among the links, by draft id. */
async function existingRecords(tx: Transaction, types: RecordTypes, links: readonly RecordLink[]): Promise<Existing> {
  const drafts = [...new Set(links.map(draftIdOf))]
  const of = (type: string) => [...new Set(links.flatMap((one) => (one.type === type ? one.id : [])))]
  const named = [...new Set(links.map((one) => one.type))].toSorted()
  const query = named
    .map((type) => {
      const { table } = types[type]!
      return sql`SELECT ${`${type}-`} || id AS draft, NULL AS title FROM ${identifier(table)} WHERE id = ANY(${of(type)})`
    })
    .reduce(
      (left, right) => sql`${left} UNION ALL ${right}`,
      sql`SELECT id AS draft, title FROM draft WHERE id = ANY(${drafts}) AND state <> 'discarded'`,
    )
  const found = await tx.rows<{ draft: string; title: string | null }>(query)
  return {
    published: new Set(found.flatMap(({ draft, title }) => (title === null ? draft : []))),
    titles: new Map(found.flatMap(({ draft, title }) => (title === null ? [] : [[draft, title]]))),
  }
}

type SourceData = { title?: unknown; url?: unknown; archiveUrl?: unknown; note?: unknown; captures?: unknown }

/** Sources that drafts cite, from the same batch or as published. */
async function sourcesOf(tx: Transaction, drafts: readonly ToPublish[]): Promise<Record<string, SourceFacts>> {
  const ids = [...new Set(drafts.flatMap(({ data }) => citationsIn(data).flatMap((one) => one.sourceId ?? [])))]
  const live = await tx.source.findMany({ where: { id: { in: ids } }, select: { id: true, card: true } })
  const sourceData = new Map<string, SourceData>(live.map(({ id, card }) => [id, card as SourceData]))
  for (const { type, recordId, data } of drafts)
    if (type === 'sources' && ids.includes(recordId)) sourceData.set(recordId, data as SourceData)
  const facts: Record<string, SourceFacts> = {}
  for (const [id, source] of sourceData) {
    const captures = Array.isArray(source.captures) ? (source.captures as { sha256?: string }[]) : []
    const hashes = captures.flatMap((one) => one?.sha256 ?? [])
    const texts = await tx.capturedText.findMany({ where: { sha256: { in: hashes } }, select: { text: true } })
    facts[id] = {
      title: String(source.title ?? ''),
      url: (source.url as string) || null,
      archiveUrl: (source.archiveUrl as string) || null,
      note: Boolean(source.note),
      captured: captures.length > 0,
      texts: texts.map(({ text }) => text),
    }
  }
  return facts
}
