import type { InexactDate } from '@/lib/records/shared/inexact-date'
import type { Citation } from '@/lib/records/shared/citation'
import { linksOf } from '@/lib/records/record-links'
import type { AnyRecordType, RecordBase } from '@/lib/platform/publishing/record-type'
import type { Tables } from './tables'

let given = 0

/** An id for a dependent row, ascending like UUID version 7. */
export const nextId = (): string => `00000000-0000-7000-8000-${(++given).toString(16).padStart(12, '0')}`

/** The columns that every record has, with its search text. */
export const ready = (type: Pick<AnyRecordType, 'searchText'>, one: RecordBase) => {
  const words = type.searchText(one)
  return {
    id: one.id,
    path: one.path,
    version: one.version,
    card: one,
    published_at: one.publishedAt,
    updated_at: one.updatedAt,
    words_names: words.names.join(' \n '),
    words_en: words.en.join(' \n '),
    words_es: words.es.join(' \n '),
  }
}

export const date = (one: InexactDate | null) => ({
  date_edtf: one?.edtf ?? null,
  date_earliest: one?.earliest ?? null,
  date_latest: one?.latest ?? null,
  date_as_written: one?.asWritten ?? null,
})

export const from = (one: InexactDate | null) => ({
  from_edtf: one?.edtf ?? null,
  from_earliest: one?.earliest ?? null,
  from_latest: one?.latest ?? null,
  from_as_written: one?.asWritten ?? null,
})

export const asOf = (one: InexactDate) => ({
  as_of_edtf: one.edtf,
  as_of_earliest: one.earliest,
  as_of_latest: one.latest,
  as_of_as_written: one.asWritten,
})

const CLAIM = {
  variant_id: null,
  policy_event_id: null,
  statement_id: null,
  policy_id: null,
  stance_id: null,
  role_id: null,
}

/** Writes a citation for exactly one claim. */
export const cited = (
  { citation }: Tables,
  { source, exact, fidelity, found }: Citation,
  claim: Partial<Record<keyof typeof CLAIM, string>>,
  position = 0,
) => citation.add({ ...CLAIM, ...claim, id: nextId(), source_id: source.id, position, exact, fidelity, found })

/** Writes the references of a record, derived from the link properties of its input. */
export async function linked({ reference }: Tables, type: string, id: string, input: object): Promise<void> {
  const links = new Map(linksOf(input).map((link) => [`${link.type}/${link.id}`, link]))
  for (const to of links.values()) await reference.add({ from_type: type, from_id: id, to_type: to.type, to_id: to.id })
}

/** The name of a record for prefix search. Its folded form is computed at the end. */
export const named = ({ name }: Tables, type: string, one: { id: string; name: string }) =>
  name.add({ type, record_id: one.id, name: one.name, folded: '', own: true, weight: 0 })
