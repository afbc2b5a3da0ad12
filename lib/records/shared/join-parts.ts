/** The parts that are not empty, as one text. */
export const joinParts = (parts: readonly (string | null | undefined | false)[], separator = ', '): string =>
  parts.filter(Boolean).join(separator)
