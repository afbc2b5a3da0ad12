import { Prisma, jsonOrNull } from '@/lib/platform/database/write'
import type { Citation, CitationInput } from './citation'
import { rowId } from '@/lib/platform/publishing/ids'
import { dateRow, toDate, toTextOrNull } from './rows'

/** Prisma selection of a citation with the source fields that a page shows beside it. */
export const citationRow = {
  exact: true,
  prefix: true,
  suffix: true,
  locator: true,
  fidelity: true,
  found: true,
  note: true,
  source: {
    select: {
      ...dateRow,
      id: true,
      path: true,
      title: true,
      outlet: true,
      kind: true,
      url: true,
      archiveUrl: true,
      lineage: { select: { kind: true, original: { select: { id: true, path: true, title: true } } }, take: 1 },
    },
  },
} satisfies Prisma.CitationSelect

/** Prisma selection of citations in their stored order. */
export const citationRows = {
  select: citationRow,
  orderBy: { position: 'asc' },
} satisfies Prisma.Statement$citationsArgs

type Row = Prisma.CitationGetPayload<{ select: typeof citationRow }>

export const toCitation = ({ source, note, ...row }: Row): Citation => {
  const { id, path, title, outlet, kind, url, archiveUrl, lineage } = source
  const [copy] = lineage
  return {
    ...row,
    fidelity: row.fidelity as Citation['fidelity'],
    found: row.found as Citation['found'],
    note: toTextOrNull(note),
    source: {
      id,
      path,
      name: title,
      outlet,
      kind: kind as Citation['source']['kind'],
      url,
      archiveUrl,
      published: toDate(source),
      copyOf: copy
        ? { kind: copy.kind, source: { id: copy.original.id, path: copy.original.path, name: copy.original.title } }
        : null,
    },
  }
}

/** Prisma input that creates a citation under its claim. */
export const citationData = (citation: CitationInput, position = 0) => ({
  sourceId: citation.sourceId,
  position,
  exact: citation.exact ?? null,
  prefix: citation.prefix ?? null,
  suffix: citation.suffix ?? null,
  locator: citation.locator ?? null,
  fidelity: citation.fidelity,
  found: citation.found,
  note: jsonOrNull(citation.note ?? null),
})

export const CITATION_COLUMNS = [
  ...['id', 'variant_id', 'statement_id', 'source_id', 'position', 'exact', 'prefix', 'suffix', 'locator'],
  ...['fidelity', 'found', 'note'],
]

/** A citation as a row for JSON inserts. `claim` holds the column that references the claim. */
export const citationCells = ({ sourceId, ...words }: CitationInput, position: number, claim: object) => ({
  ...{ id: rowId(), source_id: sourceId, position },
  ...words,
  ...claim,
})
