/** JSON with sorted properties: PostgreSQL does not keep their order. */
export const sortKeys = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sortKeys)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, property]) => [key, sortKeys(property)]),
        )
      : value

/** Compares two values as JSON, ignoring the order of properties. */
export const isEqualJson = (left: unknown, right: unknown): boolean =>
  JSON.stringify(sortKeys(left)) === JSON.stringify(sortKeys(right))
