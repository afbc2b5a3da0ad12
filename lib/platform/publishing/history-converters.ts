/**
 * Reads records in a shape that older code wrote. Revisions are sealed and never rewritten, so a change of a record's
 * shape adds a converter, which stays for good. Each returns a value of the current shape unchanged, because sites
 * upgrade on different days.
 */
export type HistoryConverter = {
  /** The day on which the shape changed. */
  date: string
  type: string
  /** Converts `revision.data`: the input as it was published. */
  data?: (data: unknown) => unknown
  /** Converts `revision.card`: the public record of that version. */
  card?: (card: unknown) => unknown
}

/**
 * The converters of all record types, ordered by date. A record type registers its own (`history` of its definition).
 * SQL that selects a field of `revision.data` by its name has to select all of its names.
 */
export const HISTORY_CONVERTERS: HistoryConverter[] = []

const convert = (part: 'data' | 'card', type: string, value: unknown): unknown =>
  HISTORY_CONVERTERS.reduce(
    (current, converter) => (converter.type === type ? (converter[part]?.(current) ?? current) : current),
    value,
  )

/** The input of a revision in the current shape. */
export const convertData = <Data>(type: string, data: Data): Data =>
  data ? (convert('data', type, data) as Data) : data

/** The card of a revision in the current shape. */
export const convertCard = <Card>(type: string, card: Card): Card =>
  card ? (convert('card', type, card) as Card) : card

/** A revision with both in the current shape; null where there is none. */
export const convertRevision = <R extends { type: string; data: unknown; card: unknown }>(revision: R | null) =>
  revision && {
    ...revision,
    data: convertData(revision.type, revision.data),
    card: convertCard(revision.type, revision.card),
  }

export const hasCardConverter = (type: string): boolean =>
  HISTORY_CONVERTERS.some((converter) => converter.type === type && converter.card)
