/** Joins the non-empty parts. */
export const joinParts = (parts: readonly (string | null | undefined | false)[], separator = ', '): string =>
  parts.filter(Boolean).join(separator)
